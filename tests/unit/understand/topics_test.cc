#include "indexer/understand/topics.h"

#include <gtest/gtest.h>

#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

std::vector<std::string> topics_of(std::string_view text, std::string_view subject = "") {
  const TestLetter letter(text);
  return find_topics({subject, {}}, find_questions(letter.letter, letter.sections), letter.letter, letter.sections, builtin_reference());
}

std::vector<std::string> topics(const std::vector<std::string>& questions, std::string_view answer = "Twelve.") {
  std::string text = "Dear A\n\nThank you for your request.\n\nYou asked:\n\n";
  for (std::size_t i = 0; i < questions.size(); ++i) text += std::to_string(i + 1) + ". " + questions[i] + "\n\n";
  return topics_of(text + "Response\n\n" + std::string(answer) + "\n\nYours sincerely\n");
}

std::string main_topic(const std::vector<std::string>& questions, std::string_view answer = "Twelve.") {
  const auto found = topics(questions, answer);
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
  EXPECT_TRUE(topics_of("").empty());
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
  for (const char* text : cases) EXPECT_TRUE(topics_of(text).empty()) << text;
}

TEST(FindTopics, TheRequestWithoutQuestions) {
  EXPECT_EQ(topics_of("Dear A\n\nThank you for your request.\n\nYou requested the following information:\n\nThe number of stillbirths and "
                      "neonatal deaths, and the number of "
                      "midwives on the maternity unit.\n\nResponse\n\nNone.\n")
                .at(0),
            "maternity-neonatal-gynae");
}

TEST(FindTopics, QuestionsOutweighAnswers) {
  EXPECT_EQ(main_topic({"How many ransomware attacks were there?"}, "Our cancer and oncology and chemotherapy systems were hit."),
            "cyber-security");
}

// Words that count people, money or papers say nothing of what they are counted for.
TEST(FindTopics, WhatIsAskedOutweighsHowItIsCounted) {
  const std::pair<const char*, const char*> cases[] = {
      {"The number of nurses and support workers who help patients on the mental health wards with their rent.", "mental-health"},
      {"How many WTE staff work in the endoscopy unit, and in which band?", "diagnostics-imaging-pathology"},
      {"What was the total spend on parking permits for staff, by year?", "parking-transport"},
      {"The budget and headcount of the cyber security team.", "cyber-security"},
      {"Please provide the policy on the restraint of patients and the number of staff trained in it.", "mental-health-act-restraint"},
      {"How much was spent on agency nurses, and on bank staff?", "workforce-temporary-staffing"},
      {"Which supplier holds the contract for hospital catering and when does it expire?", "facilities-soft-fm"},
      {"Correspondence between directors about legionella.", "estates-maintenance"},
      {"How many complaints were made about delayed caesarean sections?", "maternity-neonatal-gynae"},
      {"How many police officers attended burglaries?", "security-violence-crime"},
      {"The number of children waiting for an autism assessment.", "neurodiversity-learning-disability"},
      {"How many vacancies for consultants are there, and how long have they been unfilled?", "workforce-recruitment-vacancies"},
      {"How many patients died while waiting in ambulances outside the hospital? Please give ambulance handover delays too.",
       "ambulance-urgent-111"},
      {"A copy of the contracts register with the value and the end date of each contract.", "procurement-contracts"},
      {"How many pupils have an education, health and care plan?", "children-young-people"},
      {"How many potholes were reported and repaired?", "estates-maintenance"},
      {"How many fixed penalties were issued for fly-tipping?", "energy-waste-sustainability"},
      {"How many general practices have closed their patient list?", "primary-dental-optical"},
      {"How many care home places does the council fund?", "community-continuing-care"},

      {"How many staff are there?", ""},
      {"How much was it?", ""},
      {"How many were received in the year?", ""},
  };
  for (const auto& [question, topic] : cases) EXPECT_EQ(main_topic({question}), topic) << question;
}

TEST(FindTopics, TheSubjectLineCounts) {
  const std::string text = "Dear A\n\nThank you for your request. Please find the figures attached.\n";
  EXPECT_EQ(topics_of(text, "Re: FOI 12 Car parking charges").at(0), "parking-transport");
  EXPECT_TRUE(topics_of(text, "Re: Freedom of Information Act 2000").empty());
}

TEST(FindTopics, ATableIsReadWhole) {
  EXPECT_EQ(topics_of("Referrals for autism assessment by month\nMonth\tReferrals\nJune\t12\n").at(0),
            "neurodiversity-learning-disability");
  EXPECT_TRUE(topics_of("Month\tNumber\nJune\t12\n").empty());
}

}  // namespace
}  // namespace foi::understand
