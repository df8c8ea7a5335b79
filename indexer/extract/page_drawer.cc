#include "indexer/extract/page_drawer.h"

#include <new>
#include <utility>

#include "indexer/extract/conversation.h"
#include "indexer/extract/nursery.h"

namespace foi::extract {

struct PageDrawer::Impl {
  explicit Impl(DrawOptions given) : options(std::move(given)), nurseries(options.worker, options.deadlines) {}

  Result<WorkerProcess> start(std::vector<std::string> arguments, int descriptor) {
    if (!options.sandbox) arguments.emplace_back("--no-sandbox");
    if (options.nurseries) return nurseries.start(std::move(arguments), descriptor);
    return WorkerProcess::start({options.worker, std::move(arguments)}, descriptor);
  }

  const DrawOptions options;
  Nurseries nurseries;
};

PageDrawer::PageDrawer(DrawOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
PageDrawer::~PageDrawer() = default;

Status PageDrawer::check() const {
  const DrawOptions& options = impl_->options;
  Command command{options.worker, {"--check"}};
  if (!options.sandbox) command.arguments.emplace_back("--no-sandbox");
  const Report report = converse(WorkerProcess::start(command, -1), {Role::kCheck, 1, 1, options.deadlines, {}});
  if (report.ending.how == Ending::How::kDone) return success();
  if (report.ending.how == Ending::How::kNotStarted) return report.ending.error;
  return environment_error(options.worker.string() + ": " + report.ending.error.message);
}

Result<GreyImage> PageDrawer::draw(int descriptor, const DrawRequest& request) {
  if (!is_drawable(request.media_type)) return document_error("pages of " + request.media_type + " cannot be drawn");
  try {
    Report report = converse(impl_->start({"--media-type=" + request.media_type, "--page=" + std::to_string(request.page),
                                           "--width=" + std::to_string(request.width)},
                                          descriptor),
                             {Role::kDraw, request.page, request.page, impl_->options.deadlines, {}, request.width});
    if (report.ending.how != Ending::How::kDone) return report.ending.error;
    if (!report.picture) return worker_error("the reader drew nothing");
    return std::move(*report.picture);
  } catch (const std::bad_alloc&) {
    return environment_error("out of memory while a page was drawn");
  }
}

bool is_drawable(std::string_view media_type) {
  return media_type == "application/pdf" || media_type == "image/png" || media_type == "image/jpeg" || media_type == "image/tiff";
}

}  // namespace foi::extract
