#include "indexer/understand/log_columns.h"

#include <gtest/gtest.h>

namespace foi::understand {
namespace {

TEST(LogColumns, MeanWhatTheirHeadingSays) {
  using enum LogColumn;
  const std::pair<const char*, LogColumn> cases[] = {
      {"Ref", reference},
      {"Ref.", reference},
      {"FOI", reference},
      {"FOI No.", reference},
      {"Request ID", reference},
      {"Our reference number", reference},
      {"Case ref", reference},
      {"Disclosure log reference", reference},
      {"Date received", received},
      {"Received", received},
      {"Date of request", received},
      {"Request received on", received},
      {"Date of response", responded},
      {"Response date", responded},
      {"Date closed", responded},
      {"Date response sent", responded},
      {"Responded", responded},
      {"Date published", published},
      {"Published", published},
      {"Date", date},
      {"Subject", subject},
      {"Request title", subject},
      {"Summary of request", subject},
      {"Details of request", request},
      {"Information requested", request},
      {"Request", request},
      {"Response", response},
      {"Our reply", response},
      {"Information provided", response},
      {"Outcome", outcome},
      {"Decision", outcome},
      {"Information held?", outcome},
      {"Response type", outcome},
      {"Exemption applied", exemption},
      {"Exemption(s)", exemption},
      {"Exceptions used", exemption},
      {"Download", link},
      {"Link to response", link},
      {"Response letter", link},
      {"Documents", link},
      {"Public authority", authority},
      {"Requester", requester},
      {"Applicant name", requester},
      {"Requested by", requester},
      // What only looks like one.
      {"", none},
      {"No. of beds", none},
      {"Number of requests", none},
      {"Contract reference", none},
      {"Employee ID", none},
      {"Start date", none},
      {"Date of birth", none},
      {"Due date", none},
      {"Target response date", none},
      {"Days to respond", none},
      {"Response time", none},
      {"Cost of response", none},
      {"Job title", none},
      {"Product description", none},
      {"Requester type", none},
      {"Type", none},
      {"Question", none},
      {"Answer to question 3 in the second part of the request of May", none},
      {"2022/23", none},
      {"Ward", none},
      {"Total", none},
      {"Amount", none},
  };
  for (const auto& [heading, meaning] : cases) EXPECT_EQ(log_column(heading), meaning) << heading;
}

TEST(LogColumns, WordsForRequests) {
  for (const char* yes : {"FOI Requests 2023", "Freedom of Information", "Disclosure log", "Exemption", "Details of request", "EIR 14"})
    EXPECT_TRUE(names_requests(yes)) << yes;
  for (const char* no :
       {"", "Response", "Freedom of the city", "Information", "Decision log", "Disclosure of accounts", "Complaints", "Foil"})
    EXPECT_FALSE(names_requests(no)) << no;
}

TEST(LogColumns, CategoriesAreNobodysName) {
  for (const char* yes : {"Media", "Member of the public", "MP", "Company", "Private individual", "Not stated"})
    EXPECT_TRUE(is_requester_category(yes)) << yes;
  for (const char* no : {"Perpetua Lindqvarn", "Ms Otterburn", "Media Lindqvarn", "Otterburn Ltd"})
    EXPECT_FALSE(is_requester_category(no)) << no;
}

}  // namespace
}  // namespace foi::understand
