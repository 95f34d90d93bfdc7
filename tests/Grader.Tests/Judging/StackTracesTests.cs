using Judge.Protocol;
using Judge.Suites;

namespace Grader.Tests.Judging;

public sealed class StackTracesTests
{
    [Test]
    public void The_innermost_line_is_the_students_also_where_the_engine_threw_for_them() => StackTraces.Top(
        """
           at Interleaving.Models.Tasks.AwaiterModel.GetResult(TaskAwaiter& self) in /src/in here/AwaiterModel.cs:line 31
        --- End of stack trace from previous location ---
           at ConcurrencyKatas.LostUpdate.Account.Deposit(Int32 amount) in C:\work in progress\LostUpdate.cs:line 10
           at ConcurrencyKatas.LostUpdate.Program.Main() in /src/Program.cs:line 3
        """).ShouldBe(new SourceLocation(OperatingSystem.IsWindows() ? "LostUpdate.cs" : @"C:\work in progress\LostUpdate.cs", 10));

    [TestCase(null)]
    [TestCase("   at Interleaving.Hooks.Read() in /src/Hooks.cs:line 3")]
    [TestCase("   at System.String.Format()")]
    public void Without_a_line_of_the_student_there_is_none(string? trace) => StackTraces.Top(trace).ShouldBeNull();

    /// <summary>An exception may say of its own trace what it likes.</summary>
    [TestCase("   at A.B() in x.cs:line 2147483648")]
    [TestCase("   at A.B() in x.cs:line \u0661\u0662")]
    [TestCase("   at A.B() in x.cs:line 99999999999999999999")]
    public void A_number_that_no_line_has_is_none(string trace) => StackTraces.Top(trace).ShouldBeNull();
}
