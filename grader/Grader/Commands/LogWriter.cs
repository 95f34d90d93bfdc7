using System.Text;
using Grader.Reporting;

namespace Grader.Commands;

/// <summary>
/// The log of a GitHub workflow, line by line: what students wrote may hold commands to its runner, and the grader itself
/// gives it none here.
/// </summary>
internal sealed class LogWriter(TextWriter log) : TextWriter
{
    private readonly StringBuilder line = new();

    public override Encoding Encoding => log.Encoding;

    public override void Write(char value)
    {
        lock (line)
        {
            if (value != '\n')
            {
                line.Append(value);
                return;
            }

            log.Write(WorkflowText.Lines(line.ToString()) + "\n");
            line.Clear();
        }
    }

    public override void Write(string? value)
    {
        foreach (var c in value ?? "")
            Write(c);
    }

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Flush() => log.Flush();

    protected override void Dispose(bool disposing)
    {
        if (line.Length > 0)
            Write('\n');
        base.Dispose(disposing);
    }
}
