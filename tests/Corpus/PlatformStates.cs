using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Corpus;

/// <summary>State that lies in objects of the platform, and in classes over them. What becomes of each is for the tests to say.</summary>
public static class PlatformStates
{
    public static void An_attribute_of_ones_own_over_the_platforms()
    {
        var attribute = new Described();
        Together(() => attribute.Set("x"), () => attribute.Get());
    }

    public static void Random_numbers_for_cryptography()
    {
        Twice(() => RandomNumberGenerator.Create().GetBytes(new byte[4]));
        var generator = RandomNumberGenerator.Create();
        Twice(() => generator.GetBytes(new byte[4]));
    }

    public static void A_writer_of_ones_own_with_a_lock()
    {
        var writer = new CountingWriter();
        Twice(() => writer.Write("ab"));
        Expect(4, writer.Count);
    }

    public static void A_stream_of_ones_own_with_a_lock()
    {
        var stream = new CountingStream();
        Twice(() => stream.WriteByte(1));
        Twice(() => new BinaryWriter(stream).Write((byte)1));
        Expect(4, stream.Count);
    }

    public static void An_enumerator_that_two_share_under_a_lock()
    {
        var list = new List<int> { 1, 2, 3 };
        var enumerator = ((IEnumerable<int>)list).GetEnumerator();
        var sum = 0;
        Twice(() =>
        {
            while (true)
            {
                lock (list)
                {
                    if (!enumerator.MoveNext())
                        return;
                    sum += enumerator.Current;
                }
            }
        });
        Expect(6, sum);
    }

    public static void A_weak_table()
    {
        var key = new object();
        var table = new ConditionalWeakTable<object, StrongBox<int>>();
        Twice(() => Interlocked.Increment(ref table.GetOrCreateValue(key).Value));
        table.TryGetValue(key, out var box);
        Expect(2, box!.Value);
    }

    public static void Static_properties_of_the_platform() => Twice(() =>
    {
        _ = Regex.CacheSize;
        _ = CultureInfo.DefaultThreadCurrentCulture;
        Regex.CacheSize = 15;
    });

    private sealed class Described : DescriptionAttribute
    {
        public void Set(string text) => DescriptionValue = text;

        public string Get() => DescriptionValue;
    }

    private sealed class CountingWriter : TextWriter
    {
        private readonly object gate = new();
        private int count;

        public override Encoding Encoding => Encoding.UTF8;

        public int Count
        {
            get
            {
                lock (gate)
                    return count;
            }
        }

        public override void Write(char value)
        {
            lock (gate)
                count++;
        }
    }

    private sealed class CountingStream : Stream
    {
        private readonly object gate = new();
        private int count;

        public override bool CanRead => false;

        public override bool CanWrite => true;

        public override bool CanSeek => false;

        public override long Length => count;

        public override long Position
        {
            get => count;
            set
            {
            }
        }

        public int Count
        {
            get
            {
                lock (gate)
                    return count;
            }
        }

        public override void Write(byte[] buffer, int offset, int length)
        {
            lock (gate)
                count += length;
        }

        public override void WriteByte(byte value)
        {
            lock (gate)
                count++;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int length) => 0;

        public override long Seek(long offset, SeekOrigin origin) => 0;

        public override void SetLength(long value)
        {
        }
    }
}
