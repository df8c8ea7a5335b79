// As much of style sheets as it takes to know what they hide and how they paint letters. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/colour.h"

namespace foi::extract {

// What declarations ("display: none; color: red") say of an element.
struct CssLook {
  bool hides = false;     // its text is not seen
  bool placed = false;    // it may lie over anything
  Paint letters, ground;  // a ground that lets what is behind through is unsaid
  bool letters_important = false, ground_important = false;

  bool says_anything() const { return hides || placed || letters.said() || ground.said(); }
};
CssLook css_look(std::string_view declarations);

// "#fff", "#ffffff", "rgb(255, 255, 255)", "white"; unsaid for what lets all through, unknown for what is not understood.
Paint css_paint(std::string_view value);

struct CssCompound {  // "p.note#draft[data-x]:not(.open)"
  struct Attribute {
    std::string name;
    char how = 0;  // 0 is there, '=', or the sign before it: '~' '|' '^' '$' '*'
    std::string value;
  };
  struct Position {  // among its siblings: step * n + first, n from 0
    long step = 0, first = 1;
    bool from_end = false;
  };
  std::string tag, id;  // empty: any. Tags are in lower case
  std::vector<std::string> classes;
  std::vector<Attribute> attributes;
  std::vector<Position> positions;
  std::vector<CssCompound> not_these;
};

struct CssSelector {
  struct Step {
    char relation = ' ';  // to the step before: ' ' inside, '>' directly inside, '~' after, '+' directly after
    CssCompound compound;
  };
  std::vector<Step> steps;  // at least one
  int weight = 0;           // which of two rules wins, the later one where they are equal
  bool loose = false;       // part of it was not understood and is taken to match
};
// Nothing for what holds in a state only (":hover"), for what is no element ("::before") and for what is no selector.
std::optional<CssSelector> parse_selector(std::string_view selector);

struct CssRule {
  CssSelector selector;
  CssLook look;
};
struct CssSheet {
  std::vector<CssRule> rules;  // those that say anything, of at most kMostSelectors
  bool imports = false;        // it names another sheet
};
// Rules in @media count where they hold for a wide screen, by day.
CssSheet parse_sheet(std::string_view css);

// "screen and (max-width: 600px)", as an attribute of <style> or <link> has it.
bool media_holds(std::string_view media);

}  // namespace foi::extract
