// Tasklist keeps what somebody typed in the browser for good, start forms even for whoever logs in next.
// Here a draft lives in its tab alone, and until the person leaves.
const DRAFT = /^(camunda-form|camForm):/;

function clear() {
  [localStorage, sessionStorage].forEach((storage) =>
    Object.keys(storage).filter((key) => DRAFT.test(key)).forEach((key) => storage.removeItem(key)));
}

Object.keys(localStorage).filter((key) => DRAFT.test(key)).forEach((key) => localStorage.removeItem(key));
['getItem', 'setItem', 'removeItem'].forEach((name) => {
  const original = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...rest) {
    return original.call(this === localStorage && DRAFT.test(key) ? sessionStorage : this, key, ...rest);
  };
});

// Tasklist writes a draft while it handles these events, so it is cleared after them.
window.angular.module('cam.tasklist.custom').run(['$rootScope', ($rootScope) =>
  ['authentication.logout.success', 'authentication.login.required', 'authentication.login.success'].forEach((event) =>
    $rootScope.$on(event, () => setTimeout(clear)))]);
