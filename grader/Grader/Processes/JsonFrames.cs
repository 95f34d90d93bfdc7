using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Grader.Processes;

/// <summary>Messages on a byte stream: four bytes of length (little-endian), then that many bytes of JSON.</summary>
internal static class JsonFrames
{
    /// <summary>The most bytes of a message; the assemblies of a submission have some ten kilobytes.</summary>
    public const int MostBytes = 32 << 20;

    public static async Task WriteAsync<T>(Stream stream, T message, JsonTypeInfo<T> type)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message, type);
        if (body.Length > MostBytes)
            throw new InvalidDataException($"A message has {body.Length} bytes; at most {MostBytes} are allowed.");
        var frame = new byte[sizeof(int) + body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, body.Length);
        body.CopyTo(frame, sizeof(int));
        await stream.WriteAsync(frame);
        await stream.FlushAsync();
    }

    /// <summary>The next message; null at the end of the stream.</summary>
    /// <exception cref="IOException">It ends in the middle of one.</exception>
    /// <exception cref="InvalidDataException">It is too large.</exception>
    /// <exception cref="JsonException">It is none.</exception>
    public static async Task<T?> ReadAsync<T>(Stream stream, JsonTypeInfo<T> type)
        where T : class
    {
        var prefix = new byte[sizeof(int)];
        if (await stream.ReadAtLeastAsync(prefix, prefix.Length, throwOnEndOfStream: false) < prefix.Length)
            return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(prefix);
        if (length is <= 0 or > MostBytes)
            throw new InvalidDataException($"A message says that it has {length} bytes; at most {MostBytes} are allowed.");
        var body = new byte[length];
        await stream.ReadExactlyAsync(body);
        return JsonSerializer.Deserialize(body, type);
    }
}
