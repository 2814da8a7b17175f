// Runs in the page, as it is (a compiler's helpers would be missing there). The clock begins when a key's event was made and ends after the
// frame that shows another card or the card's answer; the milliseconds between stand in window.keyToPaintMs, null until then.

{
  const look = () => {
    const card = document.querySelector('[data-testid="review-card"]');
    return card ? `${card.dataset.cardId} ${card.dataset.phase}` : "none";
  };
  window.addEventListener(
    "keydown",
    (event) => {
      const before = look();
      window.keyToPaintMs = null;
      const afterFrame = () => {
        if (look() === before) {
          requestAnimationFrame(afterFrame);
          return;
        }
        // A message is delivered after the frame has been painted.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          window.keyToPaintMs = performance.now() - event.timeStamp;
        };
        channel.port2.postMessage(null);
      };
      requestAnimationFrame(afterFrame);
    },
    { capture: true },
  );
}
