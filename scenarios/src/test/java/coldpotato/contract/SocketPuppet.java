package coldpotato.contract;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A node without a speaker in a {@link NettyWorld}: plain sockets, and a thread for each that listens. */
final class SocketPuppet {
    private final InetSocketAddress address;
    private final ServerSocket listener;
    private final List<SocketLine> dialled = new CopyOnWriteArrayList<>();
    private final List<SocketLine> taken = new CopyOnWriteArrayList<>();

    SocketPuppet(InetSocketAddress address) {
        this.address = address;
        try {
            listener = new ServerSocket(address.getPort(), 0, address.getAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::accept);
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "puppet");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                taken.add(new SocketLine(listener.accept()));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    Line dial(InetSocketAddress router) {
        try {
            Socket socket = new Socket();
            socket.bind(new InetSocketAddress(address.getAddress(), 0));
            socket.connect(router);
            SocketLine line = new SocketLine(socket);
            dialled.add(line);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImmutableList<Line> taken() {
        return ImmutableList.copyOf(taken);
    }

    void close() {
        try {
            listener.close();
            dialled.forEach(SocketLine::close);
            taken.forEach(SocketLine::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class SocketLine implements Line {
        private final Socket socket;
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private volatile boolean closed;

        SocketLine(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            inBackground(this::read);
        }

        private void read() {
            byte[] buffer = new byte[4096];
            try {
                for (int length = socket.getInputStream().read(buffer);
                        length >= 0;
                        length = socket.getInputStream().read(buffer)) {
                    received.write(buffer, 0, length);
                }
            } catch (IOException reset) {
                // Ended, as by a reset.
            }
            closed = true;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void send(byte[] bytes) {
            try {
                socket.getOutputStream().write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public byte[] received() {
            return received.toByteArray();
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean isClosed() {
            return closed;
        }
    }
}
