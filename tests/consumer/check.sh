#!/usr/bin/env bash
# Packs the libraries and the tool, restores the packages from a local folder into a project that knows nothing of this
# repository, and runs it; installs the tool as a user would, and runs it on text and on a Word document; then publishes the
# project and the tool with native AOT (any trimming or AOT warning is an error), runs them, and compares.
# Native AOT needs clang and zlib1g-dev (Debian); without clang that part is left out, and says so.
# Usage: tests/consumer/check.sh [CONFIGURATION]   (default Release)
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
configuration=${1:-Release}
# A version of its own for each run: no cache can hold it, so what is tested is what was just packed.
version="0.0.1-check.$(date +%s)"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for project in TextRepair TextRepair.DependencyInjection TextRepair.Report TextRepair.JiebaNet TextRepair.Cli; do
    dotnet pack "src/$project" -c "$configuration" -v q -nologo -p:Version="$version" -o "$work/feed"
done
cp tests/consumer/Consumer.csproj tests/consumer/Program.cs "$work/"
cd "$work"

# Packages of other people may come from the usual cache; ours go to a folder that is thrown away.
options=(-nologo -v q -p:TextRepairVersion="$version" -p:RestoreAdditionalProjectSources="$work/feed"
    -p:RestorePackagesPath="$work/packages" -p:RestoreFallbackFolders="${NUGET_PACKAGES:-$HOME/.nuget/packages}")

dotnet publish -c Release "${options[@]}" -o "$work/managed"
"$work/managed/Consumer" "$root/seeds/county-work-report.txt" "$work/managed.html" > "$work/managed.txt" 2> "$work/words.txt"
grep -q '南京市/长江大桥' "$work/words.txt" || { echo 'The packed segmenter did not find its dictionary.' >&2; exit 1; }
grep -q '基础设施' "$work/managed.txt" || { echo 'The packed library did not repair 根底设施.' >&2; exit 1; }
echo "packed library: $(wc -l < "$work/managed.txt") lines, $(stat -c %s "$work/feed/TextRepair.$version.nupkg") bytes of package"

# An empty cache of packages, so that the tool is taken from the feed and whatever it needs is in its package.
printf '<configuration><packageSources><clear/><add key="feed" value="%s"/></packageSources></configuration>' "$work/feed" > "$work/nuget.config"
NUGET_PACKAGES="$work/tool-packages" dotnet tool install TextRepair.Cli --version "$version" --tool-path "$work/tool" \
    --configfile "$work/nuget.config" > /dev/null
rm "$work/nuget.config"
"$work/tool/textrepair" repair "$root/seeds/county-work-report.txt" -o "$work/tool.txt" --report "$work/tool.html"
cmp <(head -c "$(stat -c %s "$work/tool.txt")" "$work/managed.txt") "$work/tool.txt"
printf '<p>在去年的根底上加强<b>根底</b>设施建设,开展效劳业。</p>' > "$work/page.html"
"$work/tool/textrepair" repair "$work/page.html" | grep -q '<b>基础</b>设施' || { echo 'The tool did not repair a document.' >&2; exit 1; }
echo "tool: installed, $(stat -c %s "$work/feed/TextRepair.Cli.$version.nupkg") bytes of package"

if ! command -v clang > /dev/null; then
    echo 'native AOT: skipped, needs clang (Debian: apt-get install clang zlib1g-dev)'
    exit 0
fi
dotnet publish -c Release "${options[@]}" -p:PublishAot=true -p:TrimmerSingleWarn=false -r linux-x64 -o "$work/native"
"$work/native/Consumer" "$root/seeds/county-work-report.txt" "$work/native.html" > "$work/native.txt"
cmp "$work/managed.txt" "$work/native.txt"
cmp "$work/managed.html" "$work/native.html"
echo "native AOT: the same text, edits, findings and report; $(stat -c %s "$work/native/Consumer") bytes"
dotnet publish "$root/src/TextRepair.Cli" -c Release -nologo -v q --artifacts-path "$work/artifacts" -p:PublishAot=true -r linux-x64 -o "$work/native-tool"
"$work/native-tool/textrepair" repair "$root/seeds/county-work-report.txt" --report "$work/native-tool.html" | cmp - "$work/tool.txt"
cmp "$work/tool.html" "$work/native-tool.html"
# It leaves documents out, and has to say so.
if "$work/native-tool/textrepair" repair "$work/page.html" > "$work/refused.txt" 2>&1; then echo 'The native tool took a document.' >&2; exit 1; fi
grep -q 'reads plain text and JSON lines only' "$work/refused.txt"
echo "native tool: the same text and report; $(stat -c %s "$work/native-tool/textrepair") bytes"
