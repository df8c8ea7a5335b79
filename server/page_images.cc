#include "server/page_images.h"

#include <utility>

#include "server/png.h"
#include "server/sheet.h"

namespace foi::server {

bool DrawSlots::take(std::string_view document, std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  const auto of_this = [&] {
    const auto found = of_document_.find(document);
    return found == of_document_.end() ? std::size_t{0} : found->second;
  };
  const auto free = [&] { return drawing_ < slots_ && of_this() < most_of_one(); };
  if (!free()) {
    if (waiting_ >= most_waiting_) return false;
    ++waiting_;
    const bool came = changed_.wait_for(lock, patience, free);
    --waiting_;
    if (!came) return false;
  }
  ++drawing_;
  ++of_document_[std::string(document)];
  return true;
}

void DrawSlots::give_back(std::string_view document) {
  {
    const std::lock_guard lock(mutex_);
    --drawing_;
    const auto found = of_document_.find(document);
    if (found != of_document_.end() && --found->second == 0) of_document_.erase(found);
  }
  changed_.notify_all();
}

std::size_t ImageCache::cost(const KeptImage& image) {
  constexpr std::size_t kEntryBytes = 256;  // the key, twice, and the nodes that hold it
  return kEntryBytes + image.why.size() + (image.png ? image.png->size() : 0);
}

std::optional<KeptImage> ImageCache::find(const std::string& edition, const Key& key) {
  const std::lock_guard lock(mutex_);
  if (edition != edition_) {
    entries_.clear();
    places_.clear();
    bytes_ = 0;
    edition_ = edition;
    return std::nullopt;
  }
  const auto found = places_.find(key);
  if (found == places_.end()) return std::nullopt;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->second;
}

void ImageCache::keep(const std::string& edition, const Key& key, KeptImage image) {
  const std::lock_guard lock(mutex_);
  if (edition != edition_ || places_.contains(key) || cost(image) > most_bytes_) return;
  bytes_ += cost(image);
  entries_.emplace_front(key, std::move(image));
  places_[key] = entries_.begin();
  shrink();
}

void ImageCache::shrink() {
  while (bytes_ > most_bytes_ || entries_.size() > limits::kImageCacheEntries) {
    bytes_ -= cost(entries_.back().second);
    places_.erase(entries_.back().first);
    entries_.pop_back();
  }
}

std::size_t ImageCache::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

std::size_t ImageCache::size() const {
  const std::lock_guard lock(mutex_);
  return entries_.size();
}

PageImages::PageImages(Draw draw, Options options)
    : draw_(std::move(draw)),
      options_(std::move(options)),
      slots_(std::max<std::size_t>(1, options_.slots), limits::kImagesWaiting),
      cache_(options_.cache_bytes) {}

std::optional<std::string> PageImages::why_none(const Record& record, const index::StoredPage& page) const {
  const auto sheet = sheet_of(record, page, options_.originals);
  if (const auto* why = std::get_if<std::string>(&sheet)) return *why;
  if (open_original(options_.library, record.source.sha256) == nullptr) return "The file of this document is not kept here.";
  return std::nullopt;
}

std::variant<KeptImage, PageImages::Busy, Error> PageImages::get(const std::string& edition, const Record& record,
                                                                 const index::StoredPage& page, int width) {
  const ImageCache::Key key{record.id, page.page.number, width};
  if (auto kept = cache_.find(edition, key)) return std::move(*kept);
  if (auto why = why_none(record, page)) return KeptImage{.png = nullptr, .why = std::move(*why)};
  if (!slots_.take(record.id, options_.patience)) return Busy{};
  struct Lease {
    DrawSlots& slots;
    const std::string& id;
    ~Lease() { slots.give_back(id); }
  } const lease{slots_, record.id};
  // Whoever asked for the same page at the same time may have drawn it meanwhile.
  if (auto kept = cache_.find(edition, key)) return std::move(*kept);
  auto drawn = draw(record, page, width);
  if (auto* error = std::get_if<Error>(&drawn)) return std::move(*error);
  KeptImage& image = std::get<KeptImage>(drawn);
  cache_.keep(edition, key, image);
  return std::move(image);
}

std::variant<KeptImage, Error> PageImages::draw(const Record& record, const index::StoredPage& page, int width) const {
  const auto planned = sheet_of(record, page, options_.originals);
  const auto file = open_original(options_.library, record.source.sha256);
  if (!file || std::holds_alternative<std::string>(planned)) return KeptImage{.png = nullptr, .why = "There is no picture of this page."};
  auto image = draw_(file->descriptor(), {.media_type = record.source.media_type, .page = page.page.number, .width = width});
  if (!image && image.error().fault == Fault::kEnvironment) return image.error();
  if (!image) return KeptImage{.png = nullptr, .why = "This page could not be drawn: " + image.error().message + "."};
  if (auto why = apply(std::get<Sheet>(planned), *image)) return KeptImage{.png = nullptr, .why = std::move(*why)};
  return KeptImage{.png = std::make_shared<const std::string>(encode_png(*image)), .why = {}};
}

}  // namespace foi::server
