using System.Globalization;
using System.Numerics;

namespace TextRepair.Training.Ocr;

/// <summary>How alike characters look: vectors of several views of a bitmap font.</summary>
internal sealed class Glyphs
{
    /// <summary>How many views are compared.</summary>
    public const int Views = 7;

    private const int Cells = 8;

    private readonly Dictionary<char, float[][]> _vectors = [];

    /// <summary>Reads a font in the format of GNU Unifont's .hex, its bitmaps square.</summary>
    public static Glyphs Read(TextReader reader)
    {
        var glyphs = new Glyphs();
        while (reader.ReadLine() is { } line)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            int code = int.Parse(line.AsSpan(0, colon), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            int size = (int)Math.Sqrt((line.Length - colon - 1) * 4);
            if (size * size != (line.Length - colon - 1) * 4 || !TextRepair.Ocr.Vocabulary.IsHan((char)code)) continue;
            glyphs._vectors[(char)code] = Describe(Bits(line.AsSpan(colon + 1), size), size);
        }
        return glyphs;
    }

    /// <summary>Compares two characters in every view; nothing where the font lacks one.</summary>
    /// <param name="a">A character.</param>
    /// <param name="b">Another.</param>
    /// <param name="similarities">Receives a cosine for each view.</param>
    public bool Compare(char a, char b, Span<float> similarities)
    {
        if (!_vectors.TryGetValue(a, out float[][]? left) || !_vectors.TryGetValue(b, out float[][]? right)) return false;
        float first = Dot(left[0], right[0]), second = Dot(left[1], right[1]), third = Dot(left[2], right[2]), fourth = Dot(left[3], right[3]);
        float[] lengths = left[6], others = right[6];
        similarities[0] = (first + second + third + fourth) / (lengths[0] * others[0]);
        similarities[1] = (first + third) / (lengths[1] * others[1]);
        similarities[2] = (second + fourth) / (lengths[2] * others[2]);
        similarities[3] = (first + second) / (lengths[3] * others[3]);
        similarities[4] = (third + fourth) / (lengths[4] * others[4]);
        similarities[5] = Dot(left[4], right[4]);
        similarities[6] = Dot(left[5], right[5]);
        return true;
    }

    private static float[] Bits(ReadOnlySpan<char> hex, int size)
    {
        float[] bits = new float[size * size];
        for (int i = 0; i < bits.Length; i++)
        {
            int digit = int.Parse(hex.Slice(i / 4, 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            bits[i] = (digit >> (3 - i % 4)) & 1;
        }
        return bits;
    }

    // Views: strokes by direction in the whole, the left, right, upper and lower half; ink seen fine and seen coarse.
    // Strokes are kept by quarter, from which wholes and halves are summed; the last vector holds their lengths.
    private static float[][] Describe(float[] bits, int size)
    {
        float[] soft = Blur(bits, size, size / 16);
        float[] strokes = Strokes(soft, size);
        float[][] quarters = [.. Enumerable.Range(0, 4).Select(q => Quarter(strokes, q % 2, q / 2))];
        float Length(params int[] parts) => MathF.Max(1e-6f, MathF.Sqrt(parts.Sum(q => Dot(quarters[q], quarters[q]))));
        return
        [
            .. quarters,
            Normalised(Shrink(soft, size, 16)),
            Normalised(Shrink(Blur(soft, size, size / 8), size, 8)),
            [Length(0, 1, 2, 3), Length(0, 2), Length(1, 3), Length(0, 1), Length(2, 3)],
        ];
    }

    private static float[] Quarter(float[] strokes, int right, int down)
    {
        float[] quarter = new float[Cells * Cells];
        for (int y = 0; y < Cells / 2; y++)
            strokes.AsSpan(((y + down * Cells / 2) * Cells + right * Cells / 2) * 4, Cells * 2).CopyTo(quarter.AsSpan(y * Cells * 2));
        return quarter;
    }

    private static float[] Strokes(float[] soft, int size)
    {
        float[] strokes = new float[Cells * Cells * 4];
        for (int y = 1; y < size - 1; y++)
        {
            for (int x = 1; x < size - 1; x++)
            {
                float dx = soft[y * size + x + 1] - soft[y * size + x - 1], dy = soft[(y + 1) * size + x] - soft[(y - 1) * size + x];
                float length = MathF.Sqrt(dx * dx + dy * dy);
                if (length < 1e-6f) continue;
                float direction = (MathF.Atan2(dy, dx) + MathF.PI) / MathF.PI * 4 % 4;
                int one = (int)direction % 4;
                float share = direction - MathF.Floor(direction);
                int cell = (y * Cells / size * Cells + x * Cells / size) * 4;
                strokes[cell + one] += length * (1 - share);
                strokes[cell + (one + 1) % 4] += length * share;
            }
        }
        return strokes;
    }

    private static float[] Blur(float[] image, int size, int radius)
    {
        float[] Pass(float[] from, int step, int across)
        {
            float[] to = new float[from.Length];
            for (int line = 0; line < size; line++)
            {
                for (int i = 0; i < size; i++)
                {
                    float sum = 0;
                    for (int k = Math.Max(0, i - radius); k <= Math.Min(size - 1, i + radius); k++) sum += from[line * across + k * step];
                    to[line * across + i * step] = sum / (2 * radius + 1);
                }
            }
            return to;
        }
        return Pass(Pass(image, 1, size), size, 1);
    }

    private static float[] Shrink(float[] image, int size, int to)
    {
        float[] small = new float[to * to];
        for (int y = 0; y < size; y++)
            for (int x = 0; x < size; x++)
                small[y * to / size * to + x * to / size] += image[y * size + x];
        return small;
    }

    private static float[] Normalised(float[] vector)
    {
        float mean = vector.Sum() / vector.Length;
        for (int i = 0; i < vector.Length; i++) vector[i] -= mean;
        float length = MathF.Sqrt(Dot(vector, vector));
        if (length > 0)
            for (int i = 0; i < vector.Length; i++) vector[i] /= length;
        return vector;
    }

    private static float Dot(float[] a, float[] b)
    {
        var sum = Vector<float>.Zero;
        int i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count) sum += new Vector<float>(a, i) * new Vector<float>(b, i);
        float dot = Vector.Sum(sum);
        for (; i < a.Length; i++) dot += a[i] * b[i];
        return dot;
    }
}
