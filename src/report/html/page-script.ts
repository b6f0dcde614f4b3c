/**
 * The filters of the page: shows the cards of the chosen levels, family and article, and takes the marks of the hidden ones away. The page
 * is whole without it.
 */
export const pageScript = `
(function () {
  var nav = document.querySelector('nav');
  if (!nav) return;
  function apply() {
    var levels = {};
    nav.querySelectorAll('input[type=checkbox]').forEach(function (box) { levels[box.value] = box.checked; });
    var family = nav.querySelector('select[name=family]').value;
    var article = nav.querySelector('select[name=article]').value;
    var shown = {}, count = 0;
    document.querySelectorAll('.card').forEach(function (card) {
      var on = levels[card.dataset.level] && (!family || card.dataset.family === family) && (!article || card.dataset.article === article);
      card.classList.toggle('off', !on);
      if (on) { shown[card.dataset.number] = true; count++; }
    });
    document.querySelectorAll('mark').forEach(function (mark) {
      mark.classList.toggle('off', !mark.dataset.of.split(' ').some(function (number) { return shown[number]; }));
    });
    nav.querySelector('output').textContent = count + ' shown';
  }
  nav.addEventListener('change', apply);
  nav.hidden = false;
  apply();
})();`;
