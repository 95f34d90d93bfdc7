using System.Globalization;
using System.Text;

namespace Interleaving;

/// <summary>
/// Draws a story as plain text, one column for each operation (or async method on its own way), time going
/// down. <c>»</c> marks where the operation that had the turn was preempted, <c>✗</c> what failed. The same
/// story gives the same bytes. The legend stands below, after an empty line.
/// </summary>
internal sealed class InterleavingTable
{
    /// <summary>Characters in a line, unless the place where the table is shown has less.</summary>
    public const int PageWidth = 120;

    private const int NarrowestColumn = 18;
    private const string Gap = "  ";

    private readonly int width;
    private readonly IReadOnlyList<string> titles;
    private readonly IReadOnlyList<StoryStep> rows;
    private readonly StringBuilder text = new();
    private readonly string[] margins;
    private readonly int margin;

    private InterleavingTable(Story story, int width)
    {
        this.width = width;
        titles = story.Lanes;
        rows = story.Steps;
        margins = Margins();
        margin = TextWidth.Of(margins[0]);
    }

    public static string Draw(Story story, int width) => story.Steps.Count == 0 ? ""
        : new InterleavingTable(story, width).Draw() + (story.Legend.Length == 0 ? "" : $"\n{story.Legend}\n");

    private string Draw()
    {
        var widths = Widths();
        if (widths is null)
            DrawAsList();
        else
            DrawAsColumns(widths);
        return text.ToString();
    }

    /// <summary>What stands left of the columns: the mark, the time when it moved, the place.</summary>
    private string[] Margins()
    {
        var timed = rows.Any(row => row.At > TimeSpan.Zero);
        var times = new string[rows.Count];
        for (var i = 0; i < rows.Count; i++)
            times[i] = timed && (i == 0 || rows[i].At != rows[i - 1].At) ? VirtualTime(rows[i].At.Ticks) : "";
        var timeWidth = times.Max(time => time.Length);
        var placeWidth = rows.Max(row => TextWidth.Of(row.Place));
        return [.. rows.Select((row, i) =>
            $"{Mark(row)} {(timed ? times[i].PadLeft(timeWidth) + Gap : "")}{TextWidth.Padded(row.Place, placeWidth)}")];
    }

    private static char Mark(StoryStep row) => row.Fails ? '✗' : row.Switched ? '»' : ' ';

    private static string VirtualTime(long ticks) => ticks == 0
        ? "t = 0"
        : ticks >= TimeSpan.TicksPerSecond
            ? "t = " + (ticks / (decimal)TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture) + " s"
            : "t = " + (ticks / (decimal)TimeSpan.TicksPerMillisecond).ToString("0.####", CultureInfo.InvariantCulture) + " ms";

    /// <summary>As wide as needed while all fit, else shares of the page; null when there are too many for columns.</summary>
    private int[]? Widths()
    {
        var available = width - margin - (Gap.Length * titles.Count);
        var wanted = new int[titles.Count];
        for (var i = 0; i < titles.Count; i++)
            wanted[i] = Math.Max(TextWidth.Of(titles[i]), rows.Max(row => row.Lane == i ? TextWidth.Of(row.Text) : 0));
        if (titles.Count == 0 || wanted.Sum() <= available)
            return wanted;
        if (available / titles.Count < NarrowestColumn)
            return null;

        // Narrow columns keep what they want; the wide ones share the rest.
        var widths = new int[titles.Count];
        var rest = available;
        var open = titles.Count;
        foreach (var i in Enumerable.Range(0, titles.Count).OrderBy(i => wanted[i]))
        {
            widths[i] = Math.Min(wanted[i], rest / open);
            rest -= widths[i];
            open--;
        }

        return widths;
    }

    private void DrawAsColumns(int[] widths)
    {
        Line(new string(' ', margin), [.. titles.Select((title, i) => Wrapping.Of(title, widths[i]))], widths);
        Line(new string(' ', margin), [.. widths.Select(own => new List<string> { new('─', own) })], widths);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Lane < 0)
            {
                text.Append(margins[i]).Append(Gap).Append(row.Text).Append('\n');
                continue;
            }

            Line(margins[i], [.. widths.Select((own, lane) => lane == row.Lane ? Wrapping.Of(row.Text, own) : [])], widths);
        }
    }

    /// <summary>
    /// Who stands before what was done; a line that is too long goes on below, under what was done. A name that would leave no room for that
    /// has a line to itself.
    /// </summary>
    private void DrawAsList()
    {
        var room = width - margin - (2 * Gap.Length);
        var names = titles.Select(TextWidth.Of).ToList();
        var longest = names.Where(name => room - name >= NarrowestColumn).DefaultIfEmpty(0).Max();
        room -= longest;
        foreach (var (before, row) in margins.Zip(rows))
        {
            var title = row.Lane < 0 ? "" : titles[row.Lane];
            var start = before + Gap;
            if (TextWidth.Of(title) > longest)
            {
                text.Append(start).Append(title).Append('\n');
                (start, title) = (new string(' ', margin + Gap.Length), "");
            }

            start += TextWidth.Padded(title, longest) + Gap;
            // Beside a place that is long itself there is no room to go on below.
            var cell = room < NarrowestColumn ? [row.Text] : Wrapping.Of(row.Text, room);
            for (var line = 0; line < cell.Count; line++)
                text.Append(((line == 0 ? start : new string(' ', margin + longest + (2 * Gap.Length))) + cell[line]).TrimEnd()).Append('\n');
        }
    }

    private void Line(string before, List<string>[] cells, int[] widths)
    {
        var height = cells.Aggregate(1, static (most, cell) => Math.Max(most, cell.Count));
        for (var line = 0; line < height; line++)
        {
            var start = text.Length;
            text.Append(line == 0 ? before : new string(' ', margin));
            for (var i = 0; i < cells.Length; i++)
                text.Append(Gap).Append(TextWidth.Padded(line < cells[i].Count ? cells[i][line] : "", widths[i]));
            var end = text.Length;
            while (end > start && text[end - 1] == ' ')
                end--;
            text.Length = end;
            text.Append('\n');
        }
    }
}
