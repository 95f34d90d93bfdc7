using System.Collections;
using System.Globalization;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Interleaving.MSTest;

/// <summary>The context of one execution: it keeps what that writes apart from the others.</summary>
internal sealed class ScheduleContext : TestContext
{
    private readonly StringBuilder text = new();
    private UnitTestOutcome outcome = UnitTestOutcome.InProgress;

    public ScheduleContext(ITestMethod test)
    {
        Properties = new Dictionary<string, object?>
        {
            [nameof(TestName)] = test.TestMethodName,
            [nameof(FullyQualifiedTestClassName)] = test.TestClassName,
        };
    }

    public string Output => text.ToString();

    public override IDictionary<string, object?> Properties { get; }

    public override UnitTestOutcome CurrentTestOutcome => outcome;

    /// <summary>The clean-up may ask how the test ended.</summary>
    public void Tell(Exception? failure) => outcome = failure switch
    {
        null => UnitTestOutcome.Passed,
        AssertInconclusiveException => UnitTestOutcome.Inconclusive,
        _ => UnitTestOutcome.Failed,
    };

    public override void Write(string? message) => text.Append(message);

    public override void Write(string format, params object?[] args) => text.AppendFormat(CultureInfo.InvariantCulture, format, args);

    public override void WriteLine(string? message) => text.Append(message).Append('\n');

    public override void WriteLine(string format, params object?[] args)
    {
        Write(format, args);
        text.Append('\n');
    }

    public override void AddResultFile(string fileName) => WriteLine($"Result file: {fileName}");

    public override void DisplayMessage(MessageLevel messageLevel, string message) => WriteLine(message);
}
