using System.Globalization;
using System.Text;
using Xunit;

namespace Interleaving.Xunit;

/// <summary>Keeps what one execution writes apart from the others.</summary>
internal sealed class ScheduleOutput : ITestOutputHelper
{
    private readonly StringBuilder text = new();

    public string Output => text.ToString();

    public void Write(string message) => text.Append(message);

    public void Write(string format, params object[] args) => text.AppendFormat(CultureInfo.InvariantCulture, format, args);

    public void WriteLine(string message) => text.Append(message).Append('\n');

    public void WriteLine(string format, params object[] args)
    {
        Write(format, args);
        text.Append('\n');
    }
}
