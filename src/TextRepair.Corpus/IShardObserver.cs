namespace TextRepair.Corpus;

/// <summary>Hears how a shard goes on. Called by one thread at a time.</summary>
internal interface IShardObserver
{
    /// <summary>Work begins, with what an earlier run did already.</summary>
    void Resumed(CorpusCounts done);

    /// <summary>A block was written.</summary>
    /// <param name="added">What was counted in it.</param>
    /// <param name="inputBytes">How far the input file has been read, in bytes on the disk.</param>
    void Advanced(CorpusCounts added, long inputBytes);

    /// <summary>The shard is done.</summary>
    void Done();
}
