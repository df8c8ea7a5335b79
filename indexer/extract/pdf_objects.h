// What the dictionaries of a PDF say, beside what its pages draw: whether anything can veil words, and what the file holds that no page
// shows. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace foi::extract {

// What nobody sees who looks at the pages, counted.
struct PdfUnshown {
  std::uint32_t comments = 0;          // notes on pages; marks that name who made them
  std::uint32_t hidden_marks = 0;      // form fields and marks that are not to be seen
  std::uint32_t layers_off = 0;        // layers that are switched off
  std::uint32_t attached_files = 0;    // files attached to a place on a page
  std::uint32_t earlier_versions = 0;  // saves that later ones were added to; signing a file afterwards is one
  std::uint32_t signatures = 0;        // digital ones: a certificate names who signed
  std::uint32_t unread = 0;            // dictionaries packed or encrypted in a way that is not undone here

  bool operator==(const PdfUnshown&) const = default;
};

class PdfObjects {
 public:
  // linearised: the file is arranged so that its first page can be shown before the rest has come; its first end is not its end.
  explicit PdfObjects(bool linearised) : ends_within_(linearised ? 1 : 0) {}

  // Text between streams, or of an object stream, in the order of the file.
  void read(std::string_view text);
  void unread() { ++unshown_.unread; }

  // Something can make words of a page invisible, or is not understood: what is laid over a page, layers, masks, faint or blended ink,
  // encryption, content in several streams that carry on from one another.
  bool may_veil() const { return may_veil_; }
  const PdfUnshown& unshown() const { return unshown_; }
  // Texts that stand in resources to be taken in place of what is drawn (/ActualText), each as in the file. Those of the tree of tags are
  // none: nobody takes them for the page's text.
  const std::vector<std::string>& replacements() const { return replacements_; }

 private:
  // A dictionary that is being read.
  struct Open {
    std::string_view key;   // whose value comes next, or ""
    std::string_view list;  // the key whose array is being read
    int arrays = 0;
    std::string_view subtype, replacement;
    long flags = 0;
    bool placed = false;     // it has a rectangle on the page
    bool says = false;       // it has a text of its own
    bool signs = false;      // it names its author, or has a text beside the one that is shown
    bool soft_mask = false;  // by reference
    bool tag = false;        // an element of the tree of tags
  };

  void word(std::string_view token);
  void value(std::string_view token);
  void take(Open& of, std::string_view token);
  void take_annotation(Open& of, std::string_view token);
  void close();
  void close_annotation(const Open& annotation);
  void end_of_file();

  std::vector<Open> open_;
  int ends_within_;
  bool ended_ = false;
  bool may_veil_ = false;
  PdfUnshown unshown_;
  std::vector<std::string> replacements_;
};

// The bytes that a string of a PDF stands for: "(a\051)", "<6129>".
std::string bytes_of_string(std::string_view token);
// The end of the string that `text` begins with, after its last delimiter; npos where it has none.
std::size_t end_of_string(std::string_view text);

}  // namespace foi::extract
