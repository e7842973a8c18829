namespace DefenseZone.Geo.Api.Hosting;

/// <summary>What keeps the service from starting and is for whoever starts it to put right: told in a line, without a trace.</summary>
internal static class StartFailure
{
    /// <summary>True where the message of an exception says all there is to say.</summary>
    public static bool Explains(Exception exception) => exception

        // An address that is taken or not this machine's, settings that cannot be used, settings that are not JSON,
        // an address that is none.
        is IOException or SettingsException or InvalidDataException or FormatException or System.Net.Sockets.SocketException;
}

/// <summary>Settings that cannot be used; the message names all of them.</summary>
#pragma warning disable RCS1194 // It is made in one place, with all there is to say.
internal sealed class SettingsException(string message) : Exception(message);
#pragma warning restore RCS1194
