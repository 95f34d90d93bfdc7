using System.Diagnostics;
using System.Text.Json;
using Grader.Processes;
using Judge.Protocol;

namespace Grader.Preparing;

/// <summary>A compile worker, as the parent holds it: a process of its own with an empty environment and limits.</summary>
internal sealed class CompileWorker : IDisposable
{
    /// <summary>How long a worker may neither answer nor use its processor time, on the busiest machine.</summary>
    private static readonly TimeSpan MostSilence = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private const long MostMemory = 640L << 20;

    private readonly Process process;

    /// <exception cref="System.ComponentModel.Win32Exception">The machine cannot start it.</exception>
    public CompileWorker()
    {
        lock (RuntimeHost.Starting)
            process = Process.Start(StartInfo()) ?? throw new InvalidOperationException("No compile worker was started.");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
    }

    /// <summary>The answer; null when the worker is gone without one, and then it must not be asked again.</summary>
    /// <param name="request">The submission.</param>
    /// <param name="most">Processor time that it may take.</param>
    /// <param name="cancellation">Stops the wait; the worker is of no use then.</param>
    public async Task<CompileAnswer?> AskAsync(CompileRequest request, TimeSpan most, CancellationToken cancellation)
    {
        try
        {
            var before = process.TotalProcessorTime;
            var start = Stopwatch.GetTimestamp();
            await Frames.WriteAsync(process.StandardInput.BaseStream, request, WorkerJson.Default.CompileRequest, WorkerJson.MostBytes);
            var answer = Frames.ReadAsync(process.StandardOutput.BaseStream, WorkerJson.Default.CompileAnswer, WorkerJson.MostBytes, CancellationToken.None);
            while (await Task.WhenAny(answer, Task.Delay(Look, cancellation)) != answer)
            {
                cancellation.ThrowIfCancellationRequested();
                if (process.TotalProcessorTime - before > most)
                {
                    Dispose();
                    return CompileAnswer.Failed(CompilerLimits.For(request, CompilerLimits.Time(most)));
                }

                if (Stopwatch.GetElapsedTime(start) > MostSilence)
                    return null;
            }

            var answered = await answer;
            IsWarm = answered is not null;
            return answered;
        }
        catch (Exception e) when (e is IOException or JsonException or InvalidDataException or InvalidOperationException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>Whether it has answered before.</summary>
    public bool IsWarm { get; private set; }

    public bool IsAlive
    {
        get
        {
            try
            {
                return !process.HasExited;
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }
    }

    public void Dispose()
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }

        process.Dispose();
    }

    private static ProcessStartInfo StartInfo()
    {
        var command = RuntimeHost.Command(typeof(CompileWorker).Assembly.Location);
        var start = new ProcessStartInfo(command[0], [.. command[1..], WorkerLoop.Mode])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            // A folder that is surely there: whatever TMPDIR says, and wherever the grader was called.
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment.Clear();
        foreach (var (name, value) in RuntimeHost.Variables(MostMemory))
            start.Environment[name] = value;
        return start;
    }
}
