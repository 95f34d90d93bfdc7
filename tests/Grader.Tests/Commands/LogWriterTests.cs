using Grader.Commands;

namespace Grader.Tests.Commands;

public sealed class LogWriterTests
{
    [Test]
    public void No_line_of_a_workflows_log_is_a_command()
    {
        using var log = new StringWriter();
        using (var writer = new LogWriter(log))
        {
            writer.Write("a table\n::err");
            writer.Write("or::pwned\n");
            writer.WriteLine("  ::stop-commands::x");
            writer.Write("global::System ##[error]x");
        }

        log.ToString().ShouldBe("a table\n: :error::pwned\n  : :stop-commands::x\nglobal::System ## [error]x\n");
    }
}
