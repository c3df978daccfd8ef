using TextRepair.Corpus;

namespace TextRepair.Cli;

/// <content>What was asked for must fit together; said before anything is read.</content>
internal sealed partial class RepairJob
{
    private void Check()
    {
        if (InPlace && Output is not null) throw new CliException("--in-place and -o exclude each other.");
        if (InPlace && Inputs.Any(input => input.Path is null)) throw new CliException("--in-place needs files, not standard input.");
        if (Diff && (InPlace || Output is not null)) throw new CliException("--diff only prints; leave out --in-place and -o.");
        if (Part != ShardSelection.All && Inputs.Count == 1 && !IsRecords(Inputs[0])) throw new CliException("--shard needs several inputs, or JSON lines.");
        if (Report is not null && Inputs.FirstOrDefault(IsRecords) is { } records) throw new CliException($"{records.Name}: --report shows texts and documents, not JSON lines.");
        if (Inputs.FirstOrDefault(input => input.IsPacked) is { } packed) throw new CliException($"{packed.Name}: is compressed. Unpack it (zcat), or repair compressed JSON lines by textrepair corpus run.");
        if (OutputEncoding is not null && Inputs.FirstOrDefault(IsDocument) is { } document) throw new CliException($"{document.Name}: --output-encoding is for plain text; a document keeps its own.");
        if (Resume && !IsOutputFolder) throw new CliException("--resume needs -o with a folder.");
        if (Resume && Edits is not null && !EditsOutput.IsFolder(Edits)) throw new CliException("--resume needs --edits with a folder: end its name in /.");
        if (Inputs.Count > 1 && Output is not null && File.Exists(Output)) throw new CliException($"{Output}: is a file, and several inputs need a folder.");
        if (!IsOutputFolder) return;
        foreach (IGrouping<string, InputFile> same in Inputs.GroupBy(input => input.RelativePath, StringComparer.Ordinal).Where(same => same.Count() > 1))
            throw new CliException($"{same.First().Name} and {same.Last().Name} would both be written to {Path.Combine(Output!, same.Key)}. Repair them in two runs.");
    }
}
