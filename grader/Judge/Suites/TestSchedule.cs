using System.Globalization;

namespace Judge.Suites;

/// <summary>
/// A schedule of one test of a suite, as a report shows it: <c>3:0@12,1@4</c> is the explorer's schedule <c>0@12,1@4</c>
/// of test 3. The number stands for the test so that no report tells the name of a hidden one.
/// </summary>
internal readonly record struct TestSchedule(int Test, string Schedule)
{
    /// <summary>Throws <see cref="FormatException"/> when the text does not begin with a test's number.</summary>
    public static TestSchedule Parse(string text)
    {
        var colon = text.IndexOf(':');
        return colon > 0
            && int.TryParse(text.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var test)
            ? new TestSchedule(test, text[(colon + 1)..])
            : throw new FormatException($"'{text}' is not a schedule: copy it whole out of the report, for example 3:0@12.");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Test}:{Schedule}");
}
