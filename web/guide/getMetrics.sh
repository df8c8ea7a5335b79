# Documents that could not be read, by reason.
site=${FOI_SITE:-http://localhost:8080}
curl -fs "$site/metrics" | grep ^foi_documents
