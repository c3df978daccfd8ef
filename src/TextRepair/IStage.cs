namespace TextRepair;

/// <summary>One step on the way from a text to its repair. Stages are immutable and shared by threads.</summary>
internal interface IStage
{
    /// <summary>Reads a text and says what it would change; changes nothing itself.</summary>
    /// <param name="text">The text as the stages before left it.</param>
    /// <param name="output">Receives edits and findings.</param>
    void Run(string text, StageOutput output);
}
