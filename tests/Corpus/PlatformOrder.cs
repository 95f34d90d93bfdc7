using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Corpus;

/// <summary>Members of the platform that are made for several threads, and what others may do between two. What becomes of each is for the tests to say.</summary>
public static class PlatformOrder
{
    public static void Attributes_that_two_add_to_an_object()
    {
        var it = new object();
        Twice(() => Set(Get() + 1));
        Expect(2, Get());

        int Get() => TypeDescriptor.GetAttributes(it).OfType<Numbered>().Select(attribute => attribute.Number).Append(0).Max();

        void Set(int value) => TypeDescriptor.AddAttributes(it, new Numbered(value));
    }

    public static void Two_pieces_of_text_to_the_console_over_a_writer_of_ones_own()
    {
        var text = new StringWriter();
        var before = Console.Out;
        Console.SetOut(text);
        try
        {
            Twice(() =>
            {
                Console.Write('a');
                Console.Write('b');
            });
        }
        finally
        {
            Console.SetOut(before);
        }

        Expect("abab", text.ToString());
    }

    public static void Two_pieces_of_text_to_a_trace()
    {
        var text = new StringWriter();
        using var listener = new TextWriterTraceListener(text);
        Trace.Listeners.Add(listener);
        try
        {
            Twice(() =>
            {
                Trace.Write('a');
                Trace.Write('b');
            });
        }
        finally
        {
            Trace.Listeners.Remove(listener);
        }

        listener.Flush();
        Expect("abab", text.ToString());
    }

    public static void Whether_somebody_listens_to_diagnostics_asked_twice()
    {
        using var listener = new DiagnosticListener("P");
        Together(
            () => listener.Subscribe(new Deaf()),
            () =>
            {
                var first = listener.IsEnabled();
                Expect(first, listener.IsEnabled());
            });
    }

    public static void Handed_over_by_a_static_property_that_can_be_set()
    {
        Regex.CacheSize = 15;
        var box = new Box();
        Together(
            () =>
            {
                box.Value = 1;
                Regex.CacheSize = 16;
            },
            () =>
            {
                if (Regex.CacheSize == 16)
                    Expect(1, box.Value);
            });
    }

    public static void The_console_over_a_writer_of_a_class_of_ones_own()
    {
        var box = new Box();
        var before = Console.Out;
        Console.SetOut(new CharactersFirst());
        try
        {
            Together(
                () =>
                {
                    box.Value = 1;
                    Console.Write('a');
                },
                () =>
                {
                    try
                    {
                        Console.Write("b");
                    }
                    catch (InvalidOperationException)
                    {
                        Expect(1, box.Value);
                    }
                });
        }
        finally
        {
            Console.SetOut(before);
        }
    }

    public static void A_listener_that_is_added_to_a_trace()
    {
        Together(
            () =>
            {
                var box = new Box();
                box.Value = 1;
                Trace.Listeners.Add(new Listening(box));
            },
            () => Trace.WriteLine(1));
        Trace.Listeners.Clear();
    }

    public static void Attributes_that_are_added_to_an_object()
    {
        var it = new object();
        Together(
            () =>
            {
                var box = new Box();
                box.Value = 1;
                TypeDescriptor.AddAttributes(it, new Boxed(box));
            },
            () =>
            {
                foreach (var attribute in TypeDescriptor.GetAttributes(it).OfType<Boxed>())
                    Expect(1, attribute.Box.Value);
            });
    }

    public static void A_listener_of_diagnostics()
    {
        using var listener = new DiagnosticListener("P");
        Together(
            () => listener.Subscribe(new Hearing()),
            () =>
            {
                var box = new Box();
                box.Value = 1;
                if (listener.IsEnabled())
                    listener.Write("x", box);
            });
    }

    public static void What_a_weak_table_holds()
    {
        var key = new object();
        var table = new ConditionalWeakTable<object, Box>();
        Together(
            () =>
            {
                var box = new Box();
                box.Value = 1;
                table.AddOrUpdate(key, box);
            },
            () =>
            {
                if (table.TryGetValue(key, out var box))
                    Expect(1, box.Value);
            });
    }

    private sealed class Box
    {
        public int Value;
    }

    private sealed class Numbered(int number) : Attribute
    {
        public int Number => number;

        public override object TypeId => number;
    }

    private sealed class Boxed(Box box) : Attribute
    {
        public Box Box => box;
    }

    private sealed class CharactersFirst : StringWriter
    {
        private bool any;

        public override void Write(char value) => any = true;

        public override void Write(string? value)
        {
            if (any)
                throw new InvalidOperationException();
        }
    }

    private sealed class Listening(Box box) : TraceListener
    {
        public override void Write(string? message) => Expect(1, box.Value);

        public override void WriteLine(string? message) => Expect(1, box.Value);
    }

    private sealed class Deaf : IObserver<KeyValuePair<string, object?>>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
        }
    }

    private sealed class Hearing : IObserver<KeyValuePair<string, object?>>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(KeyValuePair<string, object?> value) => Expect(1, ((Box)value.Value!).Value);
    }
}
