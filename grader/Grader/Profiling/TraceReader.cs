using Microsoft.Diagnostics.Tracing.Etlx;

namespace Grader.Profiling;

/// <summary>Reads the samples out of a trace of the runtime (https://github.com/microsoft/perfview, format nettrace).</summary>
internal static class TraceReader
{
    private const string Sampler = "Microsoft-DotNETCore-SampleProfiler";

    /// <summary>What a sample says of its thread: it ran managed code, and no system call or code of the runtime.</summary>
    private const int Managed = 2;

    /// <summary>In the order of time. A trace that ends in the middle gives what it has.</summary>
    /// <exception cref="InvalidDataException">It is no trace.</exception>
    public static IReadOnlyList<TraceSample> Read(byte[] trace)
    {
        // The library reads and sorts in files.
        var folder = Directory.CreateTempSubdirectory("grader-profile-").FullName;
        try
        {
            var recorded = Path.Combine(folder, "trace.nettrace");
            File.WriteAllBytes(recorded, trace);
            using var log = new TraceLog(TraceLog.CreateFromEventPipeDataFile(recorded, null, new TraceLogOptions { ContinueOnError = true }));
            return Samples(log);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or InvalidDataException))
        {
            // It was written by a process that ran a submission: whatever the library makes of it is no fault of ours.
            throw new InvalidDataException($"The trace cannot be read: {e.Message}", e);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<TraceSample> Samples(TraceLog log)
    {
        var names = new Dictionary<CodeAddressIndex, TracedMethod?>();
        var samples = new List<TraceSample>();
        foreach (var told in log.Events)
        {
            if (told.ProviderName != Sampler || told.EventDataLength < sizeof(int) || BitConverter.ToInt32(told.EventData()) != Managed)
                continue;
            var methods = new List<TracedMethod>();
            for (var call = told.CallStack(); call is not null; call = call.Caller)
            {
                var address = call.CodeAddress;
                if (!names.TryGetValue(address.CodeAddressIndex, out var method))
                    names.Add(address.CodeAddressIndex, method = TracedMethod.Parse(address.FullMethodName));
                if (method is not null)
                    methods.Add(method);
            }

            methods.Reverse();
            samples.Add(new TraceSample(told.ThreadID, methods));
        }

        return samples;
    }
}
