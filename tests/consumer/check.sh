#!/usr/bin/env bash
# Packs the libraries, restores the packages from a local folder into a project that knows nothing of this repository, and
# runs it; then publishes it with native AOT (any trimming or AOT warning is an error), runs that, and compares.
# Native AOT needs clang and zlib1g-dev (Debian); without clang that half is left out, and says so.
# Usage: tests/consumer/check.sh [CONFIGURATION]   (default Release)
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
configuration=${1:-Release}
# A version of its own for each run: no cache can hold it, so what is tested is what was just packed.
version="0.0.1-check.$(date +%s)"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for project in TextRepair TextRepair.DependencyInjection TextRepair.Report; do
    dotnet pack "src/$project" -c "$configuration" -v q -nologo -p:Version="$version" -o "$work/feed"
done
cp tests/consumer/Consumer.csproj tests/consumer/Program.cs "$work/"
cd "$work"

# Packages of other people may come from the usual cache; ours go to a folder that is thrown away.
options=(-nologo -v q -p:TextRepairVersion="$version" -p:RestoreAdditionalProjectSources="$work/feed"
    -p:RestorePackagesPath="$work/packages" -p:RestoreFallbackFolders="${NUGET_PACKAGES:-$HOME/.nuget/packages}")

dotnet publish -c Release "${options[@]}" -o "$work/managed"
"$work/managed/Consumer" "$root/seeds/county-work-report.txt" "$work/managed.html" > "$work/managed.txt"
grep -q '基础设施' "$work/managed.txt" || { echo 'The packed library did not repair 根底设施.' >&2; exit 1; }
echo "packed library: $(wc -l < "$work/managed.txt") lines, $(stat -c %s "$work/feed/TextRepair.$version.nupkg") bytes of package"

if ! command -v clang > /dev/null; then
    echo 'native AOT: skipped, needs clang (Debian: apt-get install clang zlib1g-dev)'
    exit 0
fi
dotnet publish -c Release "${options[@]}" -p:PublishAot=true -p:TrimmerSingleWarn=false -r linux-x64 -o "$work/native"
"$work/native/Consumer" "$root/seeds/county-work-report.txt" "$work/native.html" > "$work/native.txt"
cmp "$work/managed.txt" "$work/native.txt"
cmp "$work/managed.html" "$work/native.html"
echo "native AOT: the same text, edits, findings and report; $(stat -c %s "$work/native/Consumer") bytes"
