# What became of section 43(2) where it was cited.
site=${FOI_SITE:-http://localhost:8080}
curl -fs "$site/api/v1/exemptions/foia-43-2"
