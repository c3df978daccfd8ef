namespace TextRepair.Corpus;

/// <summary>How far a run has come. Rates and the time left are the reader's to work out: the run itself has no clock.</summary>
/// <param name="ShardsDone">How many shards are done, by this run or before.</param>
/// <param name="Shards">How many shards this run is about.</param>
/// <param name="Bytes">How much input is read, finished work included, in bytes on the disk.</param>
/// <param name="TotalBytes">How much there is.</param>
/// <param name="Documents">The documents done, finished work included.</param>
/// <param name="Characters">Their length, in UTF-16 code units.</param>
/// <param name="ChangedDocuments">The documents that were changed.</param>
/// <param name="Edits">The edits made.</param>
/// <param name="Rejects">The lines rejected.</param>
public readonly record struct CorpusProgress(
    int ShardsDone,
    int Shards,
    long Bytes,
    long TotalBytes,
    long Documents,
    long Characters,
    long ChangedDocuments,
    long Edits,
    long Rejects);
