// Some servers give the page of a folder at an address without its last slash. All that the page
// names is relative, so the slash is put back before the browser reads the first of these names.
if (!/(\/|\.html?)$/.test(location.pathname)) {
  history.replaceState(history.state, "", `${location.pathname}/${location.search}${location.hash}`);
}
