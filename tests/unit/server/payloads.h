// Text that documents may hold and that must stay text wherever it is shown.
#pragma once

namespace foi::server {

inline constexpr const char* kPayloads[] = {
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "\" autofocus onfocus=\"alert(1)",
    "</pre></main></body></html>",
    "</title><script src=//x></script>",
    "<!-- not a comment",
    "--><svg/onload=alert(1)>",
    "<![CDATA[ x ]]>",
    "{{q}} {{{q}}} {{&q}}",
    "{{#hits}}x{{/hits}} {{>head}} {{=<% %>=}}",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "javascript:alert(1)",
    "%3Cscript%3E %22",
    "\xE2\x80\xA8line\xE2\x80\xA9separators\xEF\xBB\xBF",
    "<a href=`x`>\\\"",
    "a\n<b>\n\tc",
    // HTML and scripts.
    "<ScRiPt>alert(1)</sCrIpT>",
    "<scr<script>ipt>alert(1)</script>",
    "<img/src/onerror=alert(1)>",
    "<svg><script>alert&#40;1&#41;</script>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<base href=//x>",
    "<meta http-equiv=refresh content=0;url=//x>",
    "<style>*{display:none}</style>",
    "<textarea><title>",
    "<form action=//x><input name=q>",
    "</a><a href=//x>",
    "</script><script>alert(1)//",
    "\\\"><script>",
    "\xC2\xA0onmouseover=alert(1) ",
    "jAvAsCrIpT:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "]]>",
    "<!--><script>-->",
    // JSON.
    "\",\"id\":\"x",
    "}]}//",
    "\\u003cscript\\u003e",
    "\\ \\",
    "__proto__",
    // Spreadsheets.
    "=1+1",
    "=HYPERLINK(\"http://x\",\"y\")",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    " =1+1",
    "\xEF\xBC\x9D"
    "1+1",
    "\";=1;\"",
    "1,2,3",
    // Templates, shells, queries, paths, headers.
    "${7*7} #{7*7} <%= 7*7 %>",
    "$(id) `id` ; id | id",
    "' OR 1=1 --",
    "../../../etc/passwd",
    "x\r\nSet-Cookie: a=b",
    // Text that plays with its direction or hides.
    "\xE2\x80\xAE"
    "gpj.exe\xE2\x80\xAC",
    "zero\xE2\x80\x8Bwidth",
    "\xF0\x9F\x98\x80\xF0\x9F\x87\xAC\xF0\x9F\x87\xA7",
};

}  // namespace foi::server
