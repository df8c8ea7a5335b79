#include "indexer/understand/topics.h"

#include <gtest/gtest.h>

#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

std::vector<std::string> topics(const std::vector<std::string>& questions, std::string_view text = "") {
  std::vector<Question> asked;
  for (const std::string& question : questions)
    asked.push_back({.number = "1", .heading = "", .text = question, .answer = "", .outcome = {}, .exemptions = {}});
  const TestLetter letter(text);
  return find_topics(asked, letter.letter, letter.sections, builtin_reference());
}

std::string main_topic(const std::vector<std::string>& questions, std::string_view text = "") {
  const auto found = topics(questions, text);
  return found.empty() ? "" : found[0];
}

TEST(FindTopics, MainOneOfTheQuestions) {
  const std::pair<const char*, const char*> cases[] = {
      {"How much did the Trust spend on agency locum doctors through a neutral vendor?", "workforce-temporary-staffing"},
      {"How many ransomware or phishing attacks were there, and was a penetration test done?", "cyber-security"},
      {"Which supplier provides your EPR and PAS, and is FHIR used?", "it-clinical-systems"},
      {"Provide the asbestos register and any RAAC surveys.", "estates-maintenance"},
      {"How many patients were treated in the past 3 months with adalimumab or a biosimilar?", "medicines-pharmacy"},
      {"How many people on Section 117 aftercare are in contact with mental health services?", "mental-health"},
      {"How many car parking charges were issued using ANPR?", "parking-transport"},
      {"Number of stillbirths and caesarean deliveries on the maternity unit", "maternity-neonatal-gynae"},

      {"", ""},
      {"Please provide the information in the form of a table.", ""},
      {"How many were there?", ""},
      {"Is it yours?", ""},
      {"a rio in brazil and an epic tale", ""},  // abbreviations and products count only as they are written
  };
  for (const auto& [question, topic] : cases) EXPECT_EQ(main_topic({question}), topic) << question;
}

TEST(FindTopics, AtMostThreeMainFirst) {
  const auto found = topics({"agency locum bank staff", "ransomware malware phishing", "asbestos RAAC legionella",
                             "stillbirth neonatal midwife", "EPR PACS LIMS"});
  EXPECT_EQ(found.size(), 3u);
  EXPECT_TRUE(topics({}, "").empty());
}

TEST(FindTopics, WhatSaysNothingOfTheTopic) {
  const char* cases[] = {
      // Review rights and re-use.
      "Dear A\n\nThank you for your request.\n\nIf you are dissatisfied you may make a complaint and ask for an internal review. "
      "Complaints about cancer or maternity too.\n",
      // A title of a section is no crime.
      "Dear A\n\nThank you for your request.\n\nSection 31 – Law Enforcement\n\nprevention or detection of crime\n",
      // A glossary.
      "Dear A\n\nThank you for your request.\n\nYou asked:\n\nGP – General Practitioner\nPACS – Picture Archiving\nEPR – Electronic "
      "Record\nMRI – Magnetic Resonance\n",
      // A letterhead.
      "Cancer Centre\nMaternity Wing\nMental Health Unit\n\nDear A\n\nThank you for your request.\n",
  };
  for (const char* text : cases) EXPECT_TRUE(topics({}, text).empty()) << text;
}

TEST(FindTopics, TheRequestWithoutQuestions) {
  EXPECT_EQ(main_topic({},
                       "Dear A\n\nThank you for your request.\n\nYou requested the following information:\n\nThe number of stillbirths and "
                       "neonatal deaths, and the number of "
                       "midwives on the maternity unit.\n\nResponse\n\nNone.\n"),
            "maternity-neonatal-gynae");
}

TEST(FindTopics, QuestionsOutweighAnswers) {
  std::vector<Question> asked{{.number = "1",
                               .heading = "",
                               .text = "How many ransomware attacks were there?",
                               .answer = "Our cancer and oncology and chemotherapy systems were hit.",
                               .outcome = {},
                               .exemptions = {}}};
  const TestLetter letter("");
  EXPECT_EQ(find_topics(asked, letter.letter, letter.sections, builtin_reference()).at(0), "cyber-security");
}

}  // namespace
}  // namespace foi::understand
