// What a spreadsheet's cell shows of a number: its number format applied. Dates are given in ISO form whatever order the format has, and
// colours, widths and locales are left aside. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foi::extract {

enum class DateBase { k1900, k1904 };  // the day that serial dates count from, a property of the workbook

class NumberFormat {
 public:
  // code as in styles.xml, e.g. "#,##0.00", "dd/mm/yyyy", "[<5]\"fewer than 5\";0". Anything it does not know shows the number itself.
  explicit NumberFormat(std::string_view code = "General");

  // Nothing when the format shows nothing (";;;").
  std::optional<std::string> show(double value, DateBase base) const;
  bool shows_text() const;

 private:
  struct Section {
    bool general = false, scientific = false;
    bool year = false, month = false, day = false, clock = false, seconds = false, elapsed = false;
    bool text = false;   // an '@'
    char condition = 0;  // '<' '>' '=' 'l' (<=) 'g' (>=) 'n' (<>)
    double limit = 0;
    int whole_digits = 0, least_decimals = 0, most_decimals = 0;
    bool placeholders = false, thousands = false, fraction = false;
    int percents = 0, scaled = 0;  // % signs; thousands left out
    std::string before, after;
    bool is_date() const { return year || month || day || clock || seconds || elapsed; }
    bool empty() const { return !general && !placeholders && !is_date() && !text && before.empty() && after.empty(); }
  };
  friend class SectionParser;

  const Section& section_for(double value) const;
  static std::string number(const Section& section, double value);
  static std::string date(const Section& section, double serial, DateBase base);

  std::vector<Section> sections_;
};

// The code of one of the formats every spreadsheet has without saying so; "General" where the number is unknown.
std::string_view builtin_format(long id);

// The shortest form that says as much as a spreadsheet's cell does.
std::string plain_number(double value);

}  // namespace foi::extract
