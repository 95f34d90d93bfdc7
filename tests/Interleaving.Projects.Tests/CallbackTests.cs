using System.Diagnostics;
using System.Text;
using Interleaving.NUnit;

namespace Interleaving.Projects.Tests;

/// <summary>The platform calls the program back while it holds a lock of its own: nobody hangs, and what races is found.</summary>
public sealed class CallbackTests
{
    [Test, Interleaved]
    public void A_writer_of_ones_own_as_the_console() => Redirected(new Lines(), lines => lines.Written.ShouldBe(2));

    [Test]
    public void A_race_beside_it_is_found()
    {
        var exploration = Explorer.Explore(() =>
        {
            var lines = new Lines();
            Redirected(lines, static _ => { }, () => lines.Asked++);
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
    }

    [Test, Interleaved]
    public void A_trace_listener_of_ones_own()
    {
        using var listener = new Listener();
        Traced(listener, () => Trace.WriteLine("x"));
        listener.Heard.ShouldBe(2);
    }

    [Test]
    public void A_listener_that_two_call_past_the_trace_is_found()
    {
        var exploration = Explorer.Explore(() =>
        {
            using var listener = new Listener();
            Traced(listener, () => listener.WriteLine("x"));
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
    }

    private static void Redirected(Lines lines, Action<Lines> then, Action? also = null)
    {
        var before = Console.Out;
        Console.SetOut(lines);
        try
        {
            void Write()
            {
                Console.WriteLine("x");
                also?.Invoke();
            }

            Task.WaitAll(Task.Run(Write), Task.Run(Write));
        }
        finally
        {
            Console.SetOut(before);
        }

        then(lines);
    }

    private static void Traced(Listener listener, Action act)
    {
        Trace.Listeners.Add(listener);
        try
        {
            Task.WaitAll(Task.Run(act), Task.Run(act));
        }
        finally
        {
            Trace.Listeners.Remove(listener);
        }
    }

    private sealed class Lines : TextWriter
    {
        public int Asked { get; set; }

        public int Written { get; private set; }

        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value) => Written++;
    }

    private sealed class Listener : TraceListener
    {
        public int Heard { get; private set; }

        public override void Write(string? message) => Heard++;

        public override void WriteLine(string? message) => Heard++;
    }
}
