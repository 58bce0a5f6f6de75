// The physical limit: the program of Python fetched and compiled, and nothing done with it.
{
  const { program } = document.currentScript.dataset;
  WebAssembly.compileStreaming(fetch(program)).then(() => {
    const drawn = document.createElement("p");
    drawn.className = "kam-headline__level";
    drawn.textContent = "compiled";
    document.body.append(drawn);
  });
}
