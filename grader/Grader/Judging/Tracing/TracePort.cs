using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;

namespace Grader.Judging.Tracing;

/// <summary>
/// Where the runtime of one judge connects to, to be recorded
/// (https://learn.microsoft.com/dotnet/core/diagnostics/diagnostic-port): this side listens, so nothing listens in the judge.
/// </summary>
internal sealed class TracePort : IDisposable
{
    /// <summary>Two seconds of a profile have some hundred kilobytes. What a judge says beyond this is no profile.</summary>
    private const int MostBytes = 64 << 20;

    private const int BufferMegabytes = 16;

    /// <summary>Loader, JIT and precompiled code: the names of methods.</summary>
    private const long MethodNames = 0x38;

    /// <summary>How long the rest of the trace may take, once the judge has said its last word.</summary>
    /// <remarks>A thread that the submission left behind may keep the runtime from ending at all.</remarks>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private static readonly EventPipeProvider[] Providers =
    [
        new("Microsoft-DotNETCore-SampleProfiler", EventLevel.Informational),
        new("Microsoft-Windows-DotNETRuntime", EventLevel.Verbose, MethodNames),
    ];

    private readonly CancellationTokenSource over = new();
    private readonly MemoryStream trace = new();
    private readonly string address;
    private readonly Task recording;
    private readonly TimeProvider time;
    private string? problem;

    /// <summary>Listens from now on.</summary>
    public TracePort(TimeProvider time)
    {
        this.time = time;
        Folder = Directory.CreateTempSubdirectory("grader-trace-").FullName;
        address = OperatingSystem.IsWindows() ? Path.GetFileName(Folder) : Path.Combine(Folder, "port");
        recording = RecordAsync(DiagnosticsClientConnector.FromDiagnosticPort(address + ",listen", over.Token));
    }

    /// <summary>Has the port in it, and nothing else; only this user may enter it.</summary>
    public string Folder { get; }

    /// <summary>Of the judge, in the place of those that turn diagnostics off.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["DOTNET_EnableDiagnostics"] = "1",
        ["DOTNET_EnableDiagnostics_Debugger"] = "0",
        ["DOTNET_EnableDiagnostics_Profiler"] = "0",
        ["DOTNET_DiagnosticPorts"] = address + ",connect,suspend",
        // The runtime opens its usual port as well: where it cannot, in a box, or where nobody else looks.
        ["TMPDIR"] = Folder,
    };

    /// <summary>Waits for the runtime to send what it still has: after its last sample, the names of all methods.</summary>
    public Task DrainAsync() => Task.WhenAny(recording, Task.Delay(Grace, time));

    /// <summary>What came, when the judge is gone.</summary>
    public async Task<Traced> EndAsync(Judgement judgement)
    {
        await over.CancelAsync();
        await recording;
        return new Traced(judgement, trace.ToArray(), trace.Length > 0 ? null : problem ?? "The runtime sent nothing.");
    }

    public void Dispose()
    {
        over.Cancel();
        over.Dispose();
        trace.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task RecordAsync(Task<DiagnosticsClientConnector> connecting)
    {
        try
        {
            await using var connector = await connecting;
            using var session = await connector.Instance.StartEventPipeSessionAsync(Providers, requestRundown: true, BufferMegabytes, over.Token);
            connector.Instance.ResumeRuntime();
            await CopyAsync(session.EventStream);
        }
        catch (Exception e) when (e is DiagnosticsClientException or IOException or OperationCanceledException or TimeoutException or InvalidOperationException)
        {
            // A judge that was stopped sends no end; what it had sent is kept.
            problem = $"The runtime of the judge was not reached: {e.Message}";
        }
    }

    private async Task CopyAsync(Stream events)
    {
        var buffer = new byte[64 << 10];
        while (trace.Length < MostBytes && await events.ReadAsync(buffer, over.Token) is > 0 and var read)
            trace.Write(buffer, 0, read);
    }
}
