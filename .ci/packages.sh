# The Debian packages the project needs, by what they are for; and how a script installs those that are missing. Sourced by run.sh and
# test.sh. README.md gives the reason for each library.

foi_build_packages=(
  g++ cmake ninja-build pkg-config make
  libxapian-dev libcpp-httplib-dev libpoppler-cpp-dev libtesseract-dev libleptonica-dev libsqlite3-dev
  nlohmann-json3-dev libseccomp-dev libkainjow-mustache-dev libcli11-dev libarchive-dev libpugixml-dev libssl-dev
  zlib1g-dev libgumbo-dev libgmime-3.0-dev
)
foi_run_packages=(
  tesseract-ocr-eng tesseract-ocr-osd poppler-data fonts-liberation fontconfig-config antiword
)
# The fonts are those of the sample letters, which a test makes again.
foi_corpus_packages=(
  libpango1.0-dev libcairo2-dev fonts-dejavu-core fonts-crosextra-carlito fonts-crosextra-caladea fonts-lato
)
foi_test_packages=(
  libgtest-dev lld poppler-utils chromium curl python3 r-base-core r-cran-jsonlite clang-format tesseract-ocr-cym unzip
  "${foi_corpus_packages[@]}"
)
# For ./test.sh --all: libFuzzer is clang's, and so are the sanitizers then; llvm names the functions that leaks of others are told by.
foi_all_packages=(
  clang clang-tidy libclang-rt-14-dev llvm
)
# For tests/bench: the peers.
foi_bench_packages=(
  ocrmypdf poppler-utils xapian-omega nginx-light fcgiwrap wrk default-jdk-headless liblucene8-java "${foi_corpus_packages[@]}"
)

# Runs a command as root: as it is, or through sudo.
foi_as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "These packages are missing and you are not root: run this as root, then start again:" >&2
    echo "  $*" >&2
    return 1
  fi
}

# Installs the named packages that are not installed yet. Asks nothing and reaches for no network when none is missing.
foi_install() {
  local package missing=()
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  echo "Installing ${#missing[@]} packages: ${missing[*]}"
  # Waits for an update that the system runs by itself instead of failing on its lock.
  local apt=(apt-get -qq -o DPkg::Lock::Timeout=600)
  foi_as_root "${apt[@]}" update
  foi_as_root env DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null
}

# Node and npm, from Debian where the machine has none of its own.
foi_install_node() {
  command -v npm >/dev/null && command -v node >/dev/null && return 0
  foi_install nodejs npm
}
