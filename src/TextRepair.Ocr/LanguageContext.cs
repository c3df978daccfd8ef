namespace TextRepair.Ocr;

/// <summary>The tokens before a place, looked up once for all tokens that may stand there.</summary>
/// <param name="Last">The token before the place.</param>
/// <param name="Two">The entry of the two tokens before it; −1 where the model does not know them or a boundary cuts them off.</param>
/// <param name="Three">The entry of the three tokens before it; −1 likewise.</param>
/// <param name="Backoff">What a token costs more that is known after none of the contexts.</param>
internal readonly record struct LanguageContext(ushort Last, int Two, int Three, int Backoff);
