
// What the bench adds to its copy of worker.js: it times every call and runs Python on request.
const benchChannel = new BroadcastChannel("kam-bench");
const untimedCall = receive.call;
receive.call = (message) => {
  benchChannel.postMessage({ begun: true });
  const began = performance.now();
  untimedCall(message);
  benchChannel.postMessage({ ms: performance.now() - began });
};
benchChannel.onmessage = ({ data }) => {
  if (typeof data !== "string" || !handle) return; // of another worker, or to one that answers nobody
  try {
    benchChannel.postMessage({ value: python.runPython(data) });
  } catch (error) {
    benchChannel.postMessage({ error: error.message });
  }
};
