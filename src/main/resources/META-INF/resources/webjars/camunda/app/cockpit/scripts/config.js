// Takes the place of the file inside Camunda's jar. What the server does at a cancel or a change of a process is never left out.
export default {
  skipCustomListeners: {default: false, hidden: true},
  skipIoMappings: {default: false, hidden: true},
  previewHtml: false
};
