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
      {"Cyfeirnod", reference},
      {"Rhif y cais", reference},
      {"Cyf. RhG", reference},
      {"Dyddiad", date},
      {"Dyddiad derbyn y cais", received},
      {"Dyddiad y cais", received},
      {"Derbyniwyd", received},
      {"Dyddiad yr ymateb", responded},
      {"Ymatebwyd", responded},
      {"Dyddiad cyhoeddi", published},
      {"Pwnc", subject},
      {"Crynodeb o'r cais", subject},
      {"Cais", request},
      {"Manylion y cais", request},
      {"Gwybodaeth y gofynnwyd amdani", request},
      {"Ymateb", response},
      {"Canlyniad", outcome},
      {"Penderfyniad", outcome},
      {"Esemptiadau a ddefnyddiwyd", exemption},
      {"Dolen i'r ymateb", link},
      {"Enw'r ceisydd", requester},
      {"Ymgeisydd", requester},
      {"Cyfeirnod / Reference", reference},
      {"Dyddiad derbyn / Date received", received},
      // What only looks like one.
      {"Nifer y ceisiadau", none},
      {"Cyfeirnod y contract", none},
      {"Dyddiad geni", none},
      {"Dyddiad cychwyn", none},
      {"Teitl swydd", none},
      {"Cost y cais", none},
      {"Cwestiwn", none},
      {"A i o y", none},
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
  for (const char* yes : {"FOI Requests 2023", "Freedom of Information", "Disclosure log", "Exemption", "Details of request", "EIR 14",
                          "Ceisiadau Rhyddid Gwybodaeth", "Log datgeliadau"})
    EXPECT_TRUE(names_requests(yes)) << yes;
  for (const char* no : {"", "Response", "Freedom of the city", "Information", "Decision log", "Disclosure of accounts", "Complaints",
                         "Foil", "Rhyddid y ddinas", "Log cwynion"})
    EXPECT_FALSE(names_requests(no)) << no;
}

TEST(LogColumns, WordsForTheActs) {
  for (const char* yes : {"FOI ref", "EIR", "RFIs 2023", "Freedom of Information", "Environmental Information", "Disclosure logs",
                          "Rhyddid Gwybodaeth", "Log datgelu"})
    EXPECT_TRUE(names_foi(yes)) << yes;
  for (const char* no :
       {"", "Request ref", "Service requests", "Exemption", "Information", "Disclosure of interests", "Freedom pass", "Foil"})
    EXPECT_FALSE(names_foi(no)) << no;
  for (const char* yes : {"Disclosure log", "FOI requests 2023-24", "EIR register", "FOI log", "Ceisiadau Rhyddid Gwybodaeth"})
    EXPECT_TRUE(is_log_title(yes)) << yes;
  for (const char* no : {"", "FOI 24-118", "Response to FOI 24/118", "Reply to FOI requests 24/118 and 24/119", "FOI request 118",
                         "Complaints log", "Service requests", "Freedom of Information"})
    EXPECT_FALSE(is_log_title(no)) << no;
}

TEST(LogColumns, CategoriesAreNobodysName) {
  for (const char* yes :
       {"Media", "Member of the public", "MP", "Company", "Private individual", "Not stated", "Aelod o'r cyhoedd", "Y cyfryngau"})
    EXPECT_TRUE(is_requester_category(yes)) << yes;
  for (const char* no : {"Perpetua Lindqvarn", "Ms Otterburn", "Media Lindqvarn", "Otterburn Ltd"})
    EXPECT_FALSE(is_requester_category(no)) << no;
}

}  // namespace
}  // namespace foi::understand
