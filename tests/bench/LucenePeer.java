// Lucene 8 as its documentation shows: letters and queries come a line each on standard input, times go to standard output. Queries are
// cached nowhere; the time is of the ten best and, where asked for, the five facets.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.taxonomy.FastTaxonomyFacetCounts;
import org.apache.lucene.facet.taxonomy.TaxonomyReader;
import org.apache.lucene.facet.taxonomy.directory.DirectoryTaxonomyReader;
import org.apache.lucene.facet.taxonomy.directory.DirectoryTaxonomyWriter;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;

public final class LucenePeer {
  private static final String[] DIMENSIONS = {"authority", "exemption", "topic", "year", "outcome"};
  private static final int EVERY_VALUE = 1000;

  private final Path dir;
  private final Analyzer analyzer = new EnglishAnalyzer(CharArraySet.EMPTY_SET);
  private final FacetsConfig config = new FacetsConfig();
  private IndexWriter writer;
  private DirectoryTaxonomyWriter taxonomyWriter;
  private IndexSearcher searcher;
  private TaxonomyReader taxonomy;

  private LucenePeer(Path dir) {
    this.dir = dir;
    config.setMultiValued("exemption", true);
    config.setMultiValued("topic", true);
  }

  public static void main(String[] args) throws IOException {
    LucenePeer peer = new LucenePeer(Paths.get(args[0]));
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] cells = line.split("\t", -1);
      if (cells[0].equals("letter")) peer.add(cells);
      else if (cells[0].equals("open")) peer.open();
      else peer.ask(cells);
    }
  }

  private void add(String[] cells) throws IOException {
    if (writer == null) {
      writer = new IndexWriter(FSDirectory.open(dir.resolve("index")), new IndexWriterConfig(analyzer));
      taxonomyWriter = new DirectoryTaxonomyWriter(FSDirectory.open(dir.resolve("taxonomy")));
    }
    Document document = new Document();
    document.add(new StoredField("id", cells[1]));
    document.add(new TextField("text", cells[2] + ". " + cells[3], Field.Store.NO));
    document.add(new StringField("authority", cells[4], Field.Store.NO));
    document.add(new FacetField("authority", cells[4]));
    document.add(new FacetField("year", cells[5]));
    document.add(new FacetField("outcome", cells[6]));
    for (String code : cells[7].trim().split(" ")) {
      if (code.isEmpty()) continue;
      document.add(new StringField("exemption", code, Field.Store.NO));
      document.add(new FacetField("exemption", code));
    }
    for (String code : cells[8].trim().split(" ")) document.add(new FacetField("topic", code));
    writer.addDocument(config.build(taxonomyWriter, document));
  }

  private void open() throws IOException {
    if (writer != null) {
      writer.forceMerge(1);
      taxonomyWriter.close();
      writer.close();
    }
    searcher = new IndexSearcher(DirectoryReader.open(FSDirectory.open(dir.resolve("index"))));
    searcher.setQueryCache(null);
    taxonomy = new DirectoryTaxonomyReader(FSDirectory.open(dir.resolve("taxonomy")));
    System.out.println("ready");
  }

  private String stem(String word) throws IOException {
    try (TokenStream stream = analyzer.tokenStream("text", word)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      return stream.incrementToken() ? term.toString() : word;
    }
  }

  private Query parse(String[] cells) throws IOException {
    String words = cells[2].trim();
    BooleanQuery.Builder filtered = new BooleanQuery.Builder();
    if (words.isEmpty()) {
      filtered.add(new MatchAllDocsQuery(), BooleanClause.Occur.MUST);
    } else if (cells[1].equals("phrase")) {
      PhraseQuery.Builder phrase = new PhraseQuery.Builder();
      for (String word : words.split(" ")) phrase.add(new Term("text", stem(word)));
      filtered.add(phrase.build(), BooleanClause.Occur.MUST);
    } else {
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      BooleanClause.Occur occur = cells[1].equals("or") ? BooleanClause.Occur.SHOULD : BooleanClause.Occur.MUST;
      for (String word : words.split(" ")) all.add(new TermQuery(new Term("text", stem(word))), occur);
      filtered.add(all.build(), BooleanClause.Occur.MUST);
    }
    if (!cells[3].isEmpty()) filtered.add(new TermQuery(new Term("authority", cells[3])), BooleanClause.Occur.FILTER);
    if (!cells[4].isEmpty()) filtered.add(new TermQuery(new Term("exemption", cells[4])), BooleanClause.Occur.FILTER);
    return filtered.build();
  }

  private void ask(String[] cells) throws IOException {
    long start = System.nanoTime();
    Query query = parse(cells);
    long total = 0;
    long counts = 0;
    TopDocs best;
    if (cells[0].equals("facets")) {
      FacetsCollector collector = new FacetsCollector();
      best = FacetsCollector.search(searcher, query, 10, collector);
      Facets facets = new FastTaxonomyFacetCounts(taxonomy, config, collector);
      for (String dimension : DIMENSIONS) {
        FacetResult values = facets.getTopChildren(EVERY_VALUE, dimension);
        if (values == null) continue;
        for (LabelAndValue value : values.labelValues) counts += value.value.longValue();
      }
      for (FacetsCollector.MatchingDocs part : collector.getMatchingDocs()) total += part.totalHits;
    } else {
      best = searcher.search(query, 10);
      total = best.totalHits.value;
    }
    for (ScoreDoc hit : best.scoreDocs) searcher.doc(hit.doc).get("id");
    double milliseconds = (System.nanoTime() - start) / 1e6;
    System.out.println(String.format(Locale.ROOT, "%.4f %d %d", milliseconds, total, counts));
  }
}
