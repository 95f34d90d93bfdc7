using System.Globalization;

namespace Judge.Suites;

/// <summary>
/// A schedule of one test of a suite, as a report shows it: <c>3/1@2:0</c> is the explorer's schedule <c>1@2:0</c> of
/// test 3. The number stands for the test so that no report tells the name of a hidden one.
/// </summary>
internal readonly record struct TestSchedule(int Test, string Schedule)
{
    /// <summary>Throws <see cref="FormatException"/> when the text does not begin with a test's number.</summary>
    public static TestSchedule Parse(string text)
    {
        var slash = text.IndexOf('/');
        return slash > 0
            && int.TryParse(text.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out var test)
            ? new TestSchedule(test, text[(slash + 1)..])
            : throw new FormatException($"'{text}' is no schedule of a report: copy it whole, for example 3/1@2:0.");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Test}/{Schedule}");
}
