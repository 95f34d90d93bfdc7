using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Judge.Protocol;

/// <summary>
/// Messages on a byte stream, between the grader and any of its child processes: four bytes of length (little-endian), then that many bytes
/// of JSON. The side that is trusted caps what it reads from the side that is not.
/// </summary>
internal static class Frames
{
    /// <summary>Bytes that one answer may have; a table of an interleaving is some ten kilobytes.</summary>
    public const int MaxAnswer = 4 << 20;

    private const int MaxRequest = 256 << 20;

    public static byte[] Encode(JudgeRequest request) => Encode(request, ProtocolContext.Default.JudgeRequest, int.MaxValue);

    public static byte[] Encode(JudgeFrame frame) => Encode(frame, ProtocolContext.Default.JudgeFrame, int.MaxValue);

    /// <summary>Reads the one request. Throws when the stream ends before it is whole.</summary>
    public static JudgeRequest ReadRequest(Stream stream)
    {
        Span<byte> prefix = stackalloc byte[sizeof(int)];
        stream.ReadExactly(prefix);
        var body = new byte[Length(prefix, MaxRequest)];
        stream.ReadExactly(body);
        return Decode(body, ProtocolContext.Default.JudgeRequest);
    }

    /// <inheritdoc cref="ReadAsync"/>
    public static Task<JudgeFrame?> ReadAnswerAsync(Stream stream, CancellationToken cancellation) =>
        ReadAsync(stream, ProtocolContext.Default.JudgeFrame, MaxAnswer, cancellation);

    /// <exception cref="InvalidDataException">It is too large.</exception>
    public static async Task WriteAsync<T>(Stream stream, T message, JsonTypeInfo<T> type, int most)
    {
        await stream.WriteAsync(Encode(message, type, most));
        await stream.FlushAsync();
    }

    /// <summary>
    /// The next message; null at the end of the stream. Throws <see cref="EndOfStreamException"/>,
    /// <see cref="InvalidDataException"/> or <see cref="JsonException"/> when what comes is no frame.
    /// </summary>
    public static async Task<T?> ReadAsync<T>(Stream stream, JsonTypeInfo<T> type, int most, CancellationToken cancellation)
        where T : class
    {
        var prefix = new byte[sizeof(int)];
        var read = await stream.ReadAtLeastAsync(prefix, prefix.Length, throwOnEndOfStream: false, cancellation);
        if (read == 0)
            return null;
        if (read < prefix.Length)
            throw new EndOfStreamException();
        var body = new byte[Length(prefix, most)];
        await stream.ReadExactlyAsync(body, cancellation);
        return Decode(body, type);
    }

    private static T Decode<T>(byte[] body, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(body, type) ?? throw new InvalidDataException("A message is empty.");

    private static int Length(ReadOnlySpan<byte> prefix, int most)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(prefix);
        return length > 0 && length <= most
            ? length
            : throw new InvalidDataException($"A message says that it has {length} bytes; at most {most} are allowed.");
    }

    private static byte[] Encode<T>(T message, JsonTypeInfo<T> type, int most)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message, type);
        if (body.Length > most)
            throw new InvalidDataException($"A message has {body.Length} bytes; at most {most} are allowed.");
        var frame = new byte[sizeof(int) + body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, body.Length);
        body.CopyTo(frame, sizeof(int));
        return frame;
    }
}
