// In each page that `npm start` serves: loads it again after a build, or shows why
// the build failed. Told the state at once, so that a page that was away (the
// computer slept, the server was started again) catches up.
let shownBuild;
const box = document.createElement("pre");
box.setAttribute("role", "alert");
box.style.cssText =
  "position:fixed;inset:0 0 auto;z-index:9999;margin:0;padding:12px 16px;max-height:60vh;overflow:auto;background:#801719;color:#fff;font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap";

new EventSource("/-/builds").addEventListener("message", ({ data }) => {
  const { build, error } = JSON.parse(data);
  shownBuild ??= build;
  if (build !== shownBuild) location.reload();
  box.textContent = error;
  if (error) document.body.append(box);
  else box.remove();
});
