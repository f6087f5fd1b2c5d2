import type { Culture } from './culture.ts';

export const westernEurope: readonly Culture[] = [
  {
    language: 'English',
    countries: ['US', 'US', 'GB', 'CA', 'IE', 'AU'],
    share: 125,
    women:
      'Olivia, Emma, Grace, Charlotte, Hannah, Megan, Zoe, Alice, Ruth, Naomi, Chloe, Erin, Lucy, Rachel, Abigail, Nora, ' +
      'Claire, Molly, Audrey, Siobhán, Aoife, Imani, Keisha, Ruby, Heather, Joanna, Paige, Tessa, Vivian, Eleanor',
    men:
      'James, Liam, Noah, Ethan, Oscar, Henry, Daniel, Samuel, Jack, Owen, Marcus, Caleb, Andrew, Gareth, Seán, Darius, ' +
      'Malcolm, Ryan, Dylan, Trevor, Isaac, Connor, Simon, Wesley, Elliot, Jamal, Nathan, Callum, Patrick, Ian',
    families:
      "Walker, Bennett, Hughes, O'Brien, Carter, Ellis, Murphy, Foster, Reid, Washington, Harper, Collins, Sullivan, Brooks, " +
      'Campbell, Fletcher, Hayes, Jenkins, Lawson, MacDonald, Nolan, Osborne, Palmer, Quinn, Robinson, Shaw, Turner, ' +
      'Watson, Young, Barker, Clarke, Doyle, Evans, Grant, Hill, Kennedy, Lloyd, Mitchell, Ó Briain, Parker, Stewart',
  },
  {
    language: 'French',
    countries: ['FR', 'FR', 'CA', 'BE'],
    share: 45,
    women:
      'Camille, Léa, Chloé, Manon, Élodie, Inès, Margaux, Océane, Amélie, Hélène, Aurélie, Juliette, Noémie, Solène, ' +
      'Clémence, Agnès, Maëlle, Geneviève, Anaïs, Françoise',
    men:
      'Lucas, Théo, Jérôme, Antoine, Mathéo, Benoît, Rémi, Étienne, Loïc, Gaël, François, Maxime, Cédric, Raphaël, ' +
      'Aurélien, Thibault, Bastien, Clément, Mathis, Yves',
    families:
      'Martin, Lefèvre, Dubois, Moreau, Girard, Bonnet, Dupont, Rousseau, Fournier, Mercier, Legrand, Gauthier, Perrin, ' +
      'Chevalier, Tremblay, Gagnon, Côté, Bélanger, Lemaître, Besançon, Delacroix, Marchand, Picard, Vasseur, Noël, Hébert',
  },
  {
    language: 'German',
    countries: ['DE', 'DE', 'AT', 'CH'],
    share: 50,
    women:
      'Lena, Johanna, Katharina, Anneliese, Franziska, Sabine, Jana, Greta, Ulrike, Birgit, Käthe, Miriam, Theresa, ' +
      'Heike, Antonia, Svenja, Luise, Bärbel, Mareike, Friederike',
    men:
      'Lukas, Jürgen, Felix, Matthias, Björn, Tobias, Sebastian, Günther, Moritz, Florian, Jörg, Hannes, Stefan, ' +
      'Konstantin, Rüdiger, Uwe, Dieter, Anton, Benedikt, Götz',
    families:
      'Müller, Schneider, Weiß, Hoffmann, Schäfer, Krüger, Vogel, Großmann, Lange, Böhm, Zimmermann, Huber, Gruber, ' +
      'Köhler, Brandt, Pfeiffer, Schröder, Jäger, Winkler, Seidel, Lindner, Fröhlich, Baumann, Strauß, Kühn, Ziegler',
  },
  {
    language: 'Italian',
    countries: ['IT'],
    share: 30,
    women:
      'Giulia, Chiara, Francesca, Martina, Alessia, Elisa, Federica, Beatrice, Ilaria, Serena, Noemi, Lucia, Paola, Silvia, Arianna, Valentina',
    men: 'Matteo, Lorenzo, Davide, Alessandro, Niccolò, Riccardo, Tommaso, Simone, Gabriele, Filippo, Edoardo, Giacomo, Pietro, Emanuele, Fabio, Stefano',
    families:
      'Rossi, Ferrari, Esposito, Bianchi, Romano, Colombo, Ricci, Marino, Greco, Bruno, Gallo, Conti, De Luca, Mancini, ' +
      'Giordano, Rizzo, Lombardi, Moretti, Barbieri, Fontana, Santoro, Caruso, D’Angelo, Leone, Sartori',
  },
  {
    language: 'Dutch',
    countries: ['NL', 'NL', 'BE'],
    share: 20,
    women:
      'Sanne, Fleur, Lotte, Anouk, Femke, Maartje, Roos, Iris, Noor, Marijke, Saskia, Wies, Zoë, Daphne, Jolijn, Marleen',
    men: 'Daan, Sem, Thijs, Joris, Bram, Maarten, Ruben, Sjoerd, Koen, Jeroen, Pieter, Teun, Wouter, Gijs, Floris, Hendrik',
    families:
      'de Jong, Jansen, de Vries, van den Berg, Bakker, Visser, Smit, Meijer, de Boer, Mulder, de Groot, Bos, Vos, Peters, ' +
      'Hendriks, van Leeuwen, Dekker, Brouwer, de Wit, Dijkstra, Smits, van der Meer, Prins, Kuiper, Willems',
  },
  {
    language: 'Swedish',
    countries: ['SE'],
    share: 20,
    women:
      'Elsa, Astrid, Ebba, Freja, Linnéa, Maja, Saga, Åsa, Ingrid, Malin, Sofia, Märta, Agnes, Tuva, Karin, Britt',
    men: 'Oskar, Axel, Gustav, Håkan, Göran, Erik, Nils, Viktor, Måns, Anders, Björn, Emil, Fredrik, Lennart, Sören, Filip',
    families:
      'Andersson, Lindqvist, Nyström, Bergström, Sjöberg, Öberg, Lundgren, Åkesson, Ekström, Holmgren, Hedlund, Forsberg, ' +
      'Sandström, Wallin, Nordin, Björk, Engström, Löfgren, Söderberg, Ålander, Blomqvist, Dahlgren, Fransson, Hägg, Strand',
  },
  {
    language: 'Norwegian',
    countries: ['NO', 'DK'],
    share: 15,
    women:
      'Nora, Sigrid, Ingeborg, Solveig, Maren, Thea, Hedda, Sunniva, Ragnhild, Tiril, Kristin, Aase, Mette, Bodil, Signe, Vilde',
    men: 'Jakob, Sindre, Håkon, Eirik, Bjørn, Øyvind, Torbjørn, Magnus, Kjetil, Jørgen, Søren, Rasmus, Mikkel, Trygve, Lars, Pål',
    families:
      'Hansen, Johansen, Nygård, Bakke, Sørensen, Kristiansen, Dahl, Halvorsen, Haugen, Eide, Berge, Moen, Strøm, Rønning, ' +
      'Kjær, Nørgaard, Lund, Solberg, Myhre, Aas, Ødegård, Tangen, Vik, Hagen, Fjeld',
  },
];
