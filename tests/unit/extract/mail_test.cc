#include "indexer/extract/mail.h"

#include <gtest/gtest.h>

#include "indexer/extract/readers.h"
#include "tests/unit/extract/made_zip.h"
#include "tests/unit/extract/recording_sink.h"

namespace foi::extract {
namespace {

class Mail : public testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(prepare_mail().ok()); }

  static RecordingSink read(const std::string& bytes) {
    RecordingSink sink;
    const Status status = read_document(bytes, "letter.eml", sink);
    EXPECT_TRUE(status.ok()) << (status.ok() ? "" : status.error().message);
    EXPECT_EQ(sink.extraction.media_type, "message/rfc822");
    EXPECT_EQ(sink.announced_pages, sink.extraction.pages.size());
    return sink;
  }
};

const std::string kHead =
    "From: FOI Team <foi@example.org>\nTo: b@example.org\nDate: Wed, 12 Oct 2022 11:20:00 +0100\nSubject: FOI 22-519\n";
const std::string kHeadText = "From: FOI Team <foi@example.org>\nSent: 12 October 2022 11:20\nTo: b@example.org\nSubject: FOI 22-519\n";

std::string multipart(const std::string& kind, const std::vector<std::string>& parts, const std::string& boundary = "BB") {
  std::string out = "Content-Type: multipart/" + kind + "; boundary=\"" + boundary + "\"\n\n";
  for (const std::string& part : parts) out += "--" + boundary + "\n" + part + "\n";
  return out + "--" + boundary + "--\n";
}

struct BodyCase {
  const char* what;
  std::string rest;  // after the head
  std::string body;
};

TEST_F(Mail, HeadersStandAtTheHeadAndTheBestBodyFollows) {
  const std::string plain = "Content-Type: text/plain\n\nplain words";
  const std::string html = "Content-Type: text/html\n\n<p>rich <b>words</b></p>";
  const BodyCase cases[] = {
      {"plain", "\nDear all,\n\n  None.\n", "Dear all,\n\n  None.\n"},
      {"quoted-printable",
       "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n=C2=A35 is =\ntoo "
       "much\n",
       "£5 is too much\n"},
      {"base64", "MIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nRGVhciBhbGwK\n", "Dear all\n"},
      {"Windows-1252",
       "MIME-Version: 1.0\nContent-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: 8bit\n\nTrust\x92s \xA3"
       "5\n",
       "Trust’s £5\n"},
      {"ISO-8859-14", "MIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-14\nContent-Transfer-Encoding: 8bit\n\nd\xF0r\n",
       "dŵr\n"},
      {"a charset nobody knows",
       "MIME-Version: 1.0\nContent-Type: text/plain; charset=klingon\nContent-Transfer-Encoding: 8bit\n\ncaf\xE9\n", "café\n"},
      {"the richest of several forms", "MIME-Version: 1.0\n" + multipart("alternative", {plain, html}), "rich words\n"},
      {"a form without words is none", "MIME-Version: 1.0\n" + multipart("alternative", {plain, "Content-Type: text/html\n\n<p></p>"}),
       "plain words\n"},
      {"a body in two parts", "MIME-Version: 1.0\n" + multipart("mixed", {plain, plain}), "plain words\n\nplain words\n"},
      {"forms inside parts", "MIME-Version: 1.0\n" + multipart("mixed", {multipart("alternative", {plain, html}, "CC")}), "rich words\n"},
      {"cut off in its middle", "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=BB\n\n--BB\n" + plain, "plain words\n"},
      {"no body", "\n", ""},
  };
  for (const BodyCase& c : cases) {
    const std::string text = read(kHead + c.rest).text();
    EXPECT_EQ(text, kHeadText + (c.body.empty() ? "" : "\n" + c.body)) << c.what;
  }
}

TEST_F(Mail, EncodedHeadersAreDecoded) {
  const std::string text =
      read("From: =?utf-8?Q?Si=C3=B4n?= <s@example.org>\nSubject: =?iso-8859-1?Q?=A35_fees?=\nMIME-Version: 1.0\n\nx\n").text();
  EXPECT_NE(text.find("Siôn <s@example.org>"), std::string::npos) << text;
  EXPECT_NE(text.find("Subject: £5 fees\n"), std::string::npos) << text;
}

TEST_F(Mail, AttachmentsAreDocumentsOfTheirOwn) {
  const RecordingSink sink =
      read(kHead + "MIME-Version: 1.0\n" +
           multipart("mixed", {"Content-Type: text/plain\n\nsee attached",
                               "Content-Type: application/pdf; name=\"a.pdf\"\nContent-Disposition: attachment; "
                               "filename=\"reply.pdf\"\nContent-Transfer-Encoding: base64\n\nJVBERi0=",
                               "Content-Type: text/plain\nContent-Disposition: attachment; filename=notes.txt\n\nnotes",
                               "Content-Type: application/octet-stream\n\nunnamed",
                               "Content-Type: message/rfc822\n\nFrom: c@example.org\nSubject: earlier\n\nearlier words"}));
  EXPECT_EQ(sink.text(), kHeadText + "Attachments: reply.pdf; notes.txt; part 5; earlier.eml\n\nsee attached\n");
  ASSERT_EQ(sink.members.size(), 4u);
  EXPECT_EQ(sink.members[0].first, "reply.pdf");
  EXPECT_EQ(sink.members[0].second, "%PDF-");
  EXPECT_EQ(sink.members[1].second, "notes");
  EXPECT_NE(sink.members[3].second.find("earlier words"), std::string::npos);
}

TEST_F(Mail, PicturesOfTheSignatureAreNoDocuments) {
  const RecordingSink sink = read(kHead + "MIME-Version: 1.0\n" +
                                  multipart("related", {"Content-Type: text/html\n\n<p>Hello <img src='cid:1'></p>",
                                                        "Content-Type: image/png\nContent-ID: <1>\n\nlogo"}));
  EXPECT_TRUE(sink.members.empty());
  EXPECT_EQ(sink.extraction.notes.size(), 1u);
}

TEST_F(Mail, PartsInOneAnotherAreBounded) {
  std::string message = kHead + "MIME-Version: 1.0\n";
  for (int i = 0; i < 2'000; ++i)
    message += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" + std::to_string(i) + "\n";
  const RecordingSink sink = read(message + "Content-Type: text/plain\n\ndeep");
  EXPECT_EQ(sink.text().find("deep"), std::string::npos);
  EXPECT_FALSE(sink.extraction.notes.empty());
}

TEST_F(Mail, ASignedOneIsReadAndItsSignatureIsNoDocument) {
  const std::string words = "Content-Type: text/plain\n\nThe Trust owns none.\n";
  for (const char* type : {"application/pkcs7-signature; name=smime.p7s", "application/x-pkcs7-signature", "application/pgp-signature"}) {
    const RecordingSink sink =
        read(kHead + "MIME-Version: 1.0\n" +
             multipart("signed", {words, "Content-Type: " + std::string(type) + "\nContent-Disposition: attachment\n\nMIIB"}));
    EXPECT_EQ(sink.text(), kHeadText + "\nThe Trust owns none.\n") << type;
    EXPECT_TRUE(sink.members.empty() && sink.extraction.notes.empty()) << type;
  }
}

TEST_F(Mail, OneThatIsSealedSaysHow) {
  const std::pair<std::string, const char*> cases[] = {
      {"Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n\nMIIB", "encrypted for its addressee (S/MIME)"},
      {"Content-Type: application/x-pkcs7-mime; name=smime.p7m\n\nMIIB", "encrypted for its addressee (S/MIME)"},
      {"Content-Type: application/pkcs7-mime; smime-type=signed-data\n\nMIIB", "not read: signed by S/MIME"},
      {multipart("encrypted", {"Content-Type: application/pgp-encrypted\n\nVersion: 1", "Content-Type: application/octet-stream\n\nx"}),
       "encrypted for its addressee (PGP)"},
  };
  for (const auto& [rest, reason] : cases) {
    RecordingSink sink;
    const Status status = read_document(kHead + "MIME-Version: 1.0\n" + rest, "letter.eml", sink);
    ASSERT_FALSE(status.ok()) << rest;
    EXPECT_EQ(status.error().fault, Fault::kDocument);
    EXPECT_TRUE(status.error().message.starts_with(reason)) << status.error().message;
  }
}

// What a mailbox file has before each message, and what only looks like it.
TEST_F(Mail, OfAMailboxTheFirstIsReadAndTheOthersAreAttachments) {
  const std::string line = "From a@example.org Mon May  1 10:00:00 2023\n";
  const std::string hidden = "Bcc: c@example.org\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p hidden>gliders</p><p>None.</p>\n";
  const RecordingSink one = read(line + kHead + hidden);
  EXPECT_EQ(one.text(), kHeadText + "\nNone.\n");
  EXPECT_EQ(one.hidden_count("blind copy"), 1u);
  EXPECT_EQ(one.hidden_count("hidden text"), 1u);
  const std::string plain = "\nNone.\n\nFrom the Director\n\nFrom May 2023 on\nFrom a at 10:00:00\n";
  for (const char* end : {"\n", "\r\n"}) {
    std::string box = line + kHead + plain + "\n" + line + kHead + hidden + "\n" + line + kHead + "\nThird.\n";
    if (std::string_view(end) == "\r\n")
      for (std::size_t at = 0; (at = box.find('\n', at)) != std::string::npos; at += 2) box.replace(at, 1, end);
    const RecordingSink sink = read(box);
    EXPECT_EQ(sink.text(), kHeadText + plain);
    ASSERT_EQ(sink.members.size(), 2u);
    EXPECT_EQ(sink.members[0].first, "message 2.eml");
    EXPECT_TRUE(sink.members[0].second.starts_with("From: FOI Team")) << sink.members[0].second;
    EXPECT_EQ(sink.members[1].second.find("gliders"), std::string::npos);
  }
}

TEST(ZipReader, GivesItsFilesAsDocuments) {
  RecordingSink sink;
  ASSERT_TRUE(
      read_document(
          make_zip({{"a/letter.txt", "Dear all"}, {"__MACOSX/a/letter.txt", "x"}, {"a/.DS_Store", "x"}, {"b.csv", "1,2"}, {"c", ""}}),
          "log.zip", sink)
          .ok());
  EXPECT_EQ(sink.extraction.media_type, "application/zip");
  EXPECT_EQ(sink.announced_pages, 0u);
  ASSERT_EQ(sink.members.size(), 2u);
  EXPECT_EQ(sink.members[0], (std::pair<std::string, std::string>{"a/letter.txt", "Dear all"}));
  EXPECT_EQ(sink.members[1].first, "b.csv");
  EXPECT_EQ(sink.extraction.notes.size(), 1u) << "the empty one";
}

TEST(ZipReader, BombsAndEmptyOnesSaySo) {
  RecordingSink bomb;
  const Status bombed = read_document(make_zip({{"a.txt", std::string(40u << 20, ' ')}}), "", bomb);
  ASSERT_FALSE(bombed.ok());
  EXPECT_TRUE(bombed.error().message.starts_with("unpacks to more")) << bombed.error().message;
  RecordingSink empty;
  EXPECT_EQ(read_document(make_zip({{"__MACOSX/x", "x"}}), "", empty).error().message, "a ZIP file with nothing in it");
}

}  // namespace
}  // namespace foi::extract
